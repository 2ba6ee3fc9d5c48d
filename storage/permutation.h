// SPDX-License-Identifier: Apache-2.0
// Quads as keys: the four ids of a quad in the order of a permutation.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/quad.h"
#include "model/id_quad.h"
#include "storage/quad_source.h"

namespace dossier::storage {

/// The bits of a quad's ids in the order of some permutation. Compares as
/// the permutation sorts.
using Key = std::array<std::uint64_t, 4>;

inline constexpr Key kLowestKey{0, 0, 0, 0};
inline constexpr Key kHighestKey{~0ULL, ~0ULL, ~0ULL, ~0ULL};
inline constexpr std::size_t kKeyBytes = 32;

/// The next key up; `key` is not the highest.
constexpr Key key_after(Key key) {
  for (std::size_t i = key.size(); i-- > 0;) {
    if (++key[i] != 0) break;
  }
  return key;
}
/// The next key down; `key` is not the lowest.
constexpr Key key_before(Key key) {
  for (std::size_t i = key.size(); i-- > 0;) {
    if (key[i]-- != 0) break;
  }
  return key;
}

inline constexpr std::array<std::array<std::uint8_t, 4>, kPermutationCount> kColumnOrder{{
    {0, 1, 2, 3},  // spo
    {0, 2, 1, 3},  // sop
    {1, 0, 2, 3},  // pso
    {1, 2, 0, 3},  // pos
    {2, 0, 1, 3},  // osp
    {2, 1, 0, 3},  // ops
    {3, 0, 1, 2},  // gspo
}};

constexpr std::size_t index_of(Permutation permutation) noexcept {
  return static_cast<std::size_t>(permutation);
}

/// Every permutation, in the order of the enumeration.
inline constexpr std::array<Permutation, kPermutationCount> kPermutations{
    Permutation::spo, Permutation::sop, Permutation::pso, Permutation::pos,
    Permutation::osp, Permutation::ops, Permutation::gspo};

/// "spo", "gspo", ...: also the name of the column family.
std::string_view name_of(Permutation permutation);

Key to_key(Permutation permutation, const IdQuad& quad);
/// Ids that are in the permutation's order already.
constexpr Key to_key(const std::array<TermId, 4>& ids) {
  return {ids[0].bits(), ids[1].bits(), ids[2].bits(), ids[3].bits()};
}
IdQuad to_quad(Permutation permutation, const Key& key);

/// 32 bytes, big-endian: bytes compare as keys do.
std::string encode_key(const Key& key);
void append_key(std::string& out, const Key& key);
/// Throws Error(storage) unless `bytes` has 32 bytes.
Key decode_key(std::string_view bytes);

/// For messages: "(2:15 2:3 4:7 0:1)", kind and payload of each id.
std::string describe_key(const Key& key);

/// The first and the last key a request can match, before the graph scope.
struct KeyRange {
  Key low = kLowestKey;
  Key high = kHighestKey;
};
KeyRange range_of(const ScanRequest& request);

}  // namespace dossier::storage
