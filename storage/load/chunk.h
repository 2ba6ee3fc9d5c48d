// A chunk: the quads of one stretch of the input, their terms numbered within the chunk.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/quad.h"
#include "model/term_id.h"

namespace dossier::storage {

/// A term inside a chunk, as bits of a TermId: inline ids and the default graph as they are;
/// others as local ids, of kind triple for an index into triples(), of kind iri for one into
/// terms().
using Ref = std::uint64_t;

struct ChunkTriple {
  std::uint64_t level = 1;  ///< one more than the deepest of its parts
  std::array<Ref, 3> parts{};
};

class Chunk {
 public:
  /// Blank nodes are told apart by `file` and label.
  void add(const Quad& quad, std::uint32_t file);

  const std::vector<std::array<Ref, 4>>& quads() const noexcept { return quads_; }
  /// Every term but inline ones and triple terms. Blank nodes have the label that tells them
  /// apart.
  const std::vector<Term>& terms() const noexcept { return terms_; }
  const std::vector<ChunkTriple>& triples() const noexcept { return triples_; }
  std::size_t memory_bytes() const noexcept;
  bool empty() const noexcept { return quads_.empty(); }
  void clear();

  /// Writes the chunk to files named after `path` (.terms sorted by key, .triples, .quads), terms
  /// renumbered in key order.
  void write(const std::string& path) const;

 private:
  Ref ref(const Term& term, std::uint32_t file);

  std::vector<std::array<Ref, 4>> quads_;
  std::vector<Term> terms_;
  std::unordered_map<Term, std::uint64_t> term_numbers_;
  std::vector<ChunkTriple> triples_;
  std::map<std::array<Ref, 3>, std::uint64_t> triple_numbers_;
  std::size_t text_bytes_ = 0;
};

/// One row of a chunk's .terms file. Rows ascend by key.
struct ChunkTerm {
  std::string key;  ///< the key in term_id; for blank nodes kind byte and label
  std::string row;  ///< the row in term; empty when it is the key without its first byte
};

}  // namespace dossier::storage
