// SPDX-License-Identifier: Apache-2.0
// A chunk: the quads of some stretches of the input, their terms numbered within the chunk.
// Private to storage/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/term_id.h"
#include "model/term_view.h"
#include "storage/load/term_table.h"

namespace dossier::storage {

/// A term inside a chunk: what it is, and its number among those of its sort.
class Ref {
 public:
  enum class Sort : std::uint8_t { term, inlined, triple, default_graph };

  constexpr Ref() = default;
  constexpr Ref(Sort sort, std::uint32_t number)
      : bits_((static_cast<std::uint32_t>(sort) << 30) | number) {}
  constexpr Sort sort() const { return static_cast<Sort>(bits_ >> 30); }
  constexpr std::uint32_t number() const { return bits_ & 0x3FFFFFFFU; }

 private:
  std::uint32_t bits_ = 0;
};

using RefQuad = std::array<Ref, 4>;

struct ChunkTriple {
  std::uint32_t level = 1;  ///< one more than the deepest of its parts
  std::array<Ref, 3> parts{};
};

/// The origin of a stretch of the input: labels of blank nodes belong to a file, and the spelling
/// of a language tag that comes first stays.
struct Origin {
  std::uint32_t file = 0;
  std::uint64_t piece = 0;
};

class Chunk {
 public:
  /// Stretches come in ascending order of their pieces. A quad without a graph goes to `graph`.
  void add(const QuadView& quad, const Origin& origin, const TermView* graph);
  /// About so many quads will come: their memory is asked for once.
  void expect(std::size_t quads) { quads_.reserve(quads + quads / 8); }
  /// To be called between adding quads and reading them, and before the chunk is moved.
  void resolve();

  const std::vector<RefQuad>& quads() const noexcept { return quads_; }
  const std::vector<ChunkTriple>& triples() const noexcept { return triples_; }
  /// Ids that need no dictionary.
  const std::vector<std::uint64_t>& inlined() const noexcept { return inlined_; }
  /// Every other term: kind byte and row with the language tag in lower case, or, for a blank node,
  /// file and label. Notes of tagged strings: piece, big-endian, and the tag as it was spelled.
  const TermTable& terms() const noexcept { return terms_; }
  /// Includes the memory that sealing the chunk will need.
  std::size_t memory_bytes() const noexcept;
  /// No more numbers are to be had: the chunk must end here.
  bool full() const noexcept;
  bool empty() const noexcept { return quads_.empty(); }

 private:
  friend class SealedChunk;

  /// A term that is to be interned: where its key and its note stand in `text_`.
  struct Text {
    std::size_t begin;
    std::size_t size;
    std::size_t note_size;
  };
  /// ... and the place in the quads that waits for it.
  struct Waiting {
    Text text;
    std::size_t quad;
    std::size_t column;
  };
  static constexpr std::size_t kMostWaiting = 64;
  static constexpr std::size_t kSameAsBefore = ~std::size_t{0};

  void put(std::size_t column, const TermView& term, const Origin& origin);
  bool same_as_before(std::size_t column, const TermView& term);
  Ref ref(const TermView& term, const Origin& origin);
  /// None: the term is to be interned, and `text_` has it.
  std::optional<Ref> known(const TermView& term, const Origin& origin, Text& text);
  Ref inlined(TermId id);
  Ref triple(const TripleView& triple, const Origin& origin);
  void append_tagged(const TermView& term, const Origin& origin, Text& text);
  TermTable::Wanted wanted(const Text& text) const;

  std::vector<RefQuad> quads_;
  std::vector<ChunkTriple> triples_;
  std::vector<std::uint64_t> inlined_;
  std::unordered_map<std::uint64_t, std::uint32_t> inlined_numbers_;
  TermTable terms_;
  TermTable triple_numbers_;  ///< keys: the refs of the parts
  std::string text_;          ///< keys and notes of waiting_ and of the current term
  std::vector<Waiting> waiting_;
  /// Of the quad before: often this quad has the same subject and graph. Empty: it is no IRI.
  std::array<std::string, 4> before_;
};

}  // namespace dossier::storage
