#include "storage/load/chunk.h"

#include <algorithm>
#include <numeric>

#include "model/inline_term.h"
#include "storage/load/spill.h"
#include "storage/term_codec.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kTermOverhead = 2 * sizeof(Term) + 64;  ///< both copies and the hash node

bool is_triple_ref(Ref ref) { return TermId{ref}.is_local() && TermId{ref}.is_triple(); }

ChunkTerm chunk_term(const Term& term) {
  if (term.is_blank_node()) {
    return {static_cast<char>(TermId::Kind::blank_node) + term.value(), {}};
  }
  ChunkTerm out{term_key(term), {}};
  const bool spelled = dictionary_kind(term) == TermId::Kind::lang_string;
  if (spelled || is_hashed(out.key)) out.row = encode_term(term);
  return out;
}

}  // namespace

Ref Chunk::ref(const Term& term, std::uint32_t file) {
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    ChunkTriple row;
    row.parts = {ref(triple.subject, file), ref(triple.predicate, file), ref(triple.object, file)};
    for (const Ref part : row.parts) {
      if (!is_triple_ref(part)) continue;
      row.level = std::max(row.level, triples_[TermId{part}.payload()].level + 1);
    }
    const auto [at, added] = triple_numbers_.emplace(row.parts, triples_.size());
    if (added) triples_.push_back(row);
    return TermId::local(TermId::Kind::triple, at->second).bits();
  }
  if (term.is_blank_node()) {
    const Term named = Term::blank_node(std::to_string(file) + ':' + term.value());
    const auto [at, added] = term_numbers_.emplace(named, terms_.size());
    if (added) terms_.push_back(named);
    return TermId::local(TermId::Kind::iri, at->second).bits();
  }
  if (const auto inlined = inline_id(term)) return inlined->bits();
  const auto [at, added] = term_numbers_.emplace(term, terms_.size());
  if (added) {
    terms_.push_back(term);
    text_bytes_ += 2 * (term.value().size() + term.datatype().size());
  }
  return TermId::local(TermId::Kind::iri, at->second).bits();
}

void Chunk::add(const Quad& quad, std::uint32_t file) {
  quads_.push_back({ref(quad.subject, file), ref(quad.predicate, file), ref(quad.object, file),
                    quad.graph ? ref(*quad.graph, file) : TermId::default_graph().bits()});
}

std::size_t Chunk::memory_bytes() const noexcept {
  return quads_.size() * sizeof(quads_[0]) + terms_.size() * kTermOverhead + text_bytes_ +
         triples_.size() * (2 * sizeof(ChunkTriple) + 48);
}

void Chunk::clear() { *this = Chunk{}; }

void Chunk::write(const std::string& path) const {
  std::vector<ChunkTerm> rows;
  rows.reserve(terms_.size());
  for (const Term& term : terms_) rows.push_back(chunk_term(term));
  std::vector<std::uint64_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::uint64_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::uint64_t a, std::uint64_t b) { return rows[a].key < rows[b].key; });
  std::vector<std::uint64_t> rank(rows.size());
  SpillWriter terms(path + ".terms");
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    terms.write_text(rows[order[i]].key);
    terms.write_text(rows[order[i]].row);
  }
  terms.finish();
  const auto renumbered = [&](Ref ref) {
    const TermId id{ref};
    if (!id.is_local() || id.is_triple()) return ref;
    return TermId::local(TermId::Kind::iri, rank[id.payload()]).bits();
  };
  SpillWriter triples(path + ".triples");
  for (ChunkTriple triple : triples_) {
    for (Ref& part : triple.parts) part = renumbered(part);
    triples.write_value(triple);
  }
  triples.finish();
  SpillWriter quads(path + ".quads");
  for (std::array<Ref, 4> quad : quads_) {
    for (Ref& part : quad) part = renumbered(part);
    quads.write_value(quad);
  }
  quads.finish();
}

}  // namespace dossier::storage
