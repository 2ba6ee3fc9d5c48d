// SPDX-License-Identifier: Apache-2.0
#include "storage/load/small.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kPieceBytes = 8;  // of a note; the tag follows
constexpr std::size_t kTagAt = 5;       // in the row of a tagged string

using BlankNodes = std::unordered_map<std::string, TermId>;

class ChunkInsertion {
 public:
  ChunkInsertion(WriteTransaction& tx, const Chunk& chunk) : tx_(tx), chunk_(chunk) {}

  void run(BlankNodes& blank_nodes) {
    intern_terms(blank_nodes);
    for (const ChunkTriple& triple : chunk_.triples()) {
      const auto& parts = triple.parts;
      triples_.push_back(tx_.intern_triple({id_of(parts[0]), id_of(parts[1]), id_of(parts[2])}));
    }
    for (const RefQuad& quad : chunk_.quads()) {
      tx_.insert(IdQuad{id_of(quad[0]), id_of(quad[1]), id_of(quad[2]), id_of(quad[3])});
    }
  }

 private:
  Term term(std::uint32_t number) const {
    const std::string_view key = chunk_.terms().key(number);
    const auto kind = static_cast<TermId::Kind>(key[0]);
    std::string row(key.substr(1));
    if (kind == TermId::Kind::lang_string) {
      const std::string_view tag = chunk_.terms().note(number).substr(kPieceBytes);
      row.replace(kTagAt, tag.size(), tag);
    }
    return decode_term(kind, row);
  }

  void intern_terms(BlankNodes& blank_nodes) {
    terms_.resize(chunk_.terms().size());
    std::vector<Term> named;
    std::vector<std::size_t> places;
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
      const std::string_view key = chunk_.terms().key(i);
      if (static_cast<TermId::Kind>(key[0]) == TermId::Kind::blank_node) {
        TermId& id = blank_nodes[std::string(key)];
        if (!id) id = tx_.new_blank_node();
        terms_[i] = id;
      } else {
        named.push_back(term(i));
        places.push_back(i);
      }
    }
    std::vector<TermId> ids(named.size());
    tx_.intern(named, ids);
    for (std::size_t i = 0; i < ids.size(); ++i) terms_[places[i]] = ids[i];
  }

  TermId id_of(Ref ref) const {
    switch (ref.sort()) {
      case Ref::Sort::term:
        return terms_[ref.number()];
      case Ref::Sort::triple:
        return triples_[ref.number()];
      case Ref::Sort::inlined:
        return TermId{chunk_.inlined()[ref.number()]};
      default:
        return TermId::default_graph();
    }
  }

  WriteTransaction& tx_;
  const Chunk& chunk_;
  std::vector<TermId> terms_;
  std::vector<TermId> triples_;
};

}  // namespace

void insert_chunks(WriteTransaction& tx, std::span<const Chunk> chunks) {
  BlankNodes blank_nodes;
  for (const Chunk& chunk : chunks) ChunkInsertion(tx, chunk).run(blank_nodes);
}

}  // namespace dossier::storage
