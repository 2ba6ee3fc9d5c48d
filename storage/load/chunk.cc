// SPDX-License-Identifier: Apache-2.0
#include "storage/load/chunk.h"

#include <algorithm>
#include <span>

#include "model/inline_term.h"
#include "model/vocabulary.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

// Sealing sorts 24 bytes a term and keeps its place; tables double as they grow.
constexpr std::size_t kSealBytesPerTerm = 32;
constexpr std::size_t kInlinedNode = 48;
constexpr std::size_t kMostColumns = 4;

char kind_byte(TermId::Kind kind) { return static_cast<char>(kind); }

void append_lower_case(std::string& out, std::string_view text) {
  for (const char c : text) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

}  // namespace

TermTable::Wanted Chunk::wanted(const Text& text) const {
  const std::string_view all = text_;
  return {all.substr(text.begin, text.size), all.substr(text.begin + text.size, text.note_size)};
}

void Chunk::append_tagged(const TermView& term, const Origin& origin, Text& text) {
  text_ += kind_byte(TermId::Kind::lang_string);
  text_ += static_cast<char>(term.direction);
  append_little_endian(text_, static_cast<std::uint32_t>(term.qualifier.size()));
  append_lower_case(text_, term.qualifier);
  text_ += term.value;
  text.size = text_.size() - text.begin;
  append_big_endian(text_, origin.piece);
  text_ += term.qualifier;
  text.note_size = text_.size() - text.begin - text.size;
}

Ref Chunk::inlined(TermId id) {
  const auto number = static_cast<std::uint32_t>(inlined_.size());
  const auto [at, added] = inlined_numbers_.try_emplace(id.bits(), number);
  if (added) inlined_.push_back(id.bits());
  return {Ref::Sort::inlined, at->second};
}

std::optional<Ref> Chunk::known(const TermView& term, const Origin& origin, Text& text) {
  const bool typed = term.kind == TermView::Kind::typed;
  text = {text_.size(), 0, 0};
  switch (term.kind) {
    case TermView::Kind::triple:
      return triple(*term.triple, origin);
    case TermView::Kind::tagged:
      append_tagged(term, origin, text);
      return std::nullopt;
    case TermView::Kind::iri:
      text_ += kind_byte(TermId::Kind::iri);
      break;
    case TermView::Kind::blank_node:
      text_ += kind_byte(TermId::Kind::blank_node);
      text_.append(std::to_string(origin.file)).append(1, ':');
      break;
    default:
      if (const auto id = inline_id(term.value, typed ? term.qualifier : vocabulary::xsd::kString))
        return inlined(*id);
      text_ += kind_byte(typed ? TermId::Kind::typed_literal : TermId::Kind::string);
      if (!typed) break;
      append_little_endian(text_, static_cast<std::uint32_t>(term.qualifier.size()));
      text_ += term.qualifier;
  }
  text_ += term.value;
  text.size = text_.size() - text.begin;
  return std::nullopt;
}

Ref Chunk::ref(const TermView& term, const Origin& origin) {
  Text text;
  if (const auto ref = known(term, origin, text)) return *ref;
  const auto [key, note] = wanted(text);
  const Ref ref{Ref::Sort::term, terms_.intern(key, note)};
  text_.resize(text.begin);
  return ref;
}

Ref Chunk::triple(const TripleView& triple, const Origin& origin) {
  ChunkTriple row;
  row.parts = {ref(triple.subject, origin), ref(triple.predicate, origin),
               ref(triple.object, origin)};
  for (const Ref part : row.parts) {
    if (part.sort() != Ref::Sort::triple) continue;
    row.level = std::max(row.level, triples_[part.number()].level + 1);
  }
  const std::uint32_t number =
      triple_numbers_.intern({reinterpret_cast<const char*>(row.parts.data()), sizeof row.parts});
  if (number == triples_.size()) triples_.push_back(row);
  return {Ref::Sort::triple, number};
}

bool Chunk::same_as_before(std::size_t column, const TermView& term) {
  std::string& before = before_[column];
  if (term.kind != TermView::Kind::iri) {
    before.clear();
    return false;
  }
  if (!before.empty() && before == term.value) return true;
  before = term.value;
  return false;
}

void Chunk::put(std::size_t column, const TermView& term, const Origin& origin) {
  const std::size_t quad = quads_.size() - 1;
  const bool often_repeated = column == 0 || column == 3;
  if (often_repeated && same_as_before(column, term)) {
    waiting_.push_back({{kSameAsBefore, 0, 0}, quad, column});
    return;
  }
  // The spelling of a tag that comes first stays: the parts of a triple are interned at once.
  if (term.kind == TermView::Kind::triple) resolve();
  Text text;
  if (const auto ref = known(term, origin, text)) {
    quads_[quad][column] = *ref;
  } else {
    waiting_.push_back({text, quad, column});
  }
}

void Chunk::add(const QuadView& quad, const Origin& origin, const TermView* graph) {
  if (quad.graph) graph = &*quad.graph;
  quads_.emplace_back();
  put(0, quad.subject, origin);
  put(1, quad.predicate, origin);
  put(2, quad.object, origin);
  if (graph != nullptr) {
    put(3, *graph, origin);
  } else {
    quads_.back()[3] = Ref(Ref::Sort::default_graph, 0);
    before_[3].clear();
  }
  if (waiting_.size() + kMostColumns > kMostWaiting) resolve();
}

void Chunk::resolve() {
  std::array<TermTable::Wanted, kMostWaiting> wanted;
  std::array<std::uint32_t, kMostWaiting> numbers;
  std::size_t count = 0;
  for (const Waiting& waiting : waiting_) {
    if (waiting.text.begin != kSameAsBefore) wanted[count++] = this->wanted(waiting.text);
  }
  terms_.intern(std::span(wanted).first(count), std::span(numbers).first(count));
  std::size_t next = 0;
  for (const auto& [text, quad, column] : waiting_) {
    quads_[quad][column] = text.begin == kSameAsBefore ? quads_[quad - 1][column]
                                                       : Ref(Ref::Sort::term, numbers[next++]);
  }
  waiting_.clear();
  text_.clear();
}

std::size_t Chunk::memory_bytes() const noexcept {
  return quads_.capacity() * sizeof(RefQuad) + triples_.capacity() * sizeof(ChunkTriple) +
         inlined_.size() * kInlinedNode + triple_numbers_.memory_bytes() + terms_.memory_bytes() +
         terms_.size() * kSealBytesPerTerm;
}

bool Chunk::full() const noexcept {
  // One quad can bring many terms: triple terms nest.
  constexpr std::size_t kMargin = std::size_t{1} << 20;
  return terms_.size() + kMargin > TermTable::kMostTerms ||
         triples_.size() + kMargin > TermTable::kMostTerms ||
         inlined_.size() + kMargin > TermTable::kMostTerms;
}

}  // namespace dossier::storage
