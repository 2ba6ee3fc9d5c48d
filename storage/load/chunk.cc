// SPDX-License-Identifier: Apache-2.0
#include "storage/load/chunk.h"

#include <algorithm>

#include "model/inline_term.h"
#include "model/vocabulary.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

// Sealing sorts 24 bytes a term and keeps its place; tables double as they grow.
constexpr std::size_t kSealBytesPerTerm = 32;
constexpr std::size_t kInlinedNode = 48;

char kind_byte(TermId::Kind kind) { return static_cast<char>(kind); }

void append_lower_case(std::string& out, std::string_view text) {
  for (const char c : text) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

}  // namespace

Ref Chunk::ref(const TermView& term, const Origin& origin) {
  switch (term.kind) {
    case TermView::Kind::iri:
      key_.assign(1, kind_byte(TermId::Kind::iri));
      key_ += term.value;
      return interned();
    case TermView::Kind::blank_node:
      key_.assign(1, kind_byte(TermId::Kind::blank_node));
      key_.append(std::to_string(origin.file)).append(1, ':').append(term.value);
      return interned();
    case TermView::Kind::triple:
      return triple(*term.triple, origin);
    default:
      return literal(term, origin);
  }
}

Ref Chunk::literal(const TermView& term, const Origin& origin) {
  const bool typed = term.kind == TermView::Kind::typed;
  if (term.kind == TermView::Kind::tagged) {
    key_.assign(1, kind_byte(TermId::Kind::lang_string));
    key_ += static_cast<char>(term.direction);
    append_little_endian(key_, static_cast<std::uint32_t>(term.qualifier.size()));
    append_lower_case(key_, term.qualifier);
    key_ += term.value;
    note_.clear();
    append_big_endian(note_, origin.piece);
    note_ += term.qualifier;
    return {Ref::Sort::term, terms_.intern(key_, note_)};
  }
  if (const auto id = inline_id(term.value, typed ? term.qualifier : vocabulary::xsd::kString)) {
    const auto number = static_cast<std::uint32_t>(inlined_.size());
    const auto [at, added] = inlined_numbers_.emplace(id->bits(), number);
    if (added) inlined_.push_back(id->bits());
    return {Ref::Sort::inlined, at->second};
  }
  key_.assign(1, kind_byte(typed ? TermId::Kind::typed_literal : TermId::Kind::string));
  if (typed) {
    append_little_endian(key_, static_cast<std::uint32_t>(term.qualifier.size()));
    key_ += term.qualifier;
  }
  key_ += term.value;
  return interned();
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

void Chunk::add(const QuadView& quad, const Origin& origin, const TermView* graph) {
  if (quad.graph) graph = &*quad.graph;
  quads_.push_back({ref(quad.subject, origin), ref(quad.predicate, origin),
                    ref(quad.object, origin),
                    graph != nullptr ? ref(*graph, origin) : Ref(Ref::Sort::default_graph, 0)});
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
