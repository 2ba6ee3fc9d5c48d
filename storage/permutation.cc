// SPDX-License-Identifier: Apache-2.0
#include "storage/permutation.h"

#include <fmt/core.h>

#include <algorithm>

#include "dossier/error.h"
#include "storage/bytes.h"

namespace dossier::storage {

std::string_view name_of(Permutation permutation) {
  static constexpr std::array<std::string_view, kPermutationCount> kNames{
      "spo", "sop", "pso", "pos", "osp", "ops", "gspo"};
  return kNames[index_of(permutation)];
}

Key to_key(Permutation permutation, const IdQuad& quad) {
  const std::array<std::uint64_t, 4> bits{quad.subject.bits(), quad.predicate.bits(),
                                          quad.object.bits(), quad.graph.bits()};
  const auto& order = kColumnOrder[index_of(permutation)];
  return {bits[order[0]], bits[order[1]], bits[order[2]], bits[order[3]]};
}

IdQuad to_quad(Permutation permutation, const Key& key) {
  std::array<std::uint64_t, 4> bits{};
  const auto& order = kColumnOrder[index_of(permutation)];
  for (std::size_t i = 0; i < 4; ++i) bits[order[i]] = key[i];
  return {TermId{bits[0]}, TermId{bits[1]}, TermId{bits[2]}, TermId{bits[3]}};
}

void append_key(std::string& out, const Key& key) {
  for (const std::uint64_t word : key) append_big_endian(out, word);
}

std::string encode_key(const Key& key) {
  std::string out;
  out.reserve(kKeyBytes);
  append_key(out, key);
  return out;
}

Key decode_key(std::string_view bytes) {
  if (bytes.size() != kKeyBytes) {
    throw Error(ErrorCode::storage,
                fmt::format("a key has {} bytes instead of {}", bytes.size(), kKeyBytes));
  }
  Key key{};
  for (std::size_t i = 0; i < 4; ++i) key[i] = read_big_endian(bytes.data() + 8 * i);
  return key;
}

std::string describe_key(const Key& key) {
  std::string out = "(";
  for (std::size_t i = 0; i < 4; ++i) {
    if (i > 0) out += ' ';
    out += fmt::format("{}:{}", key[i] >> TermId::kPayloadBits, key[i] & TermId::kMaxPayload);
  }
  return out + ')';
}

KeyRange range_of(const ScanRequest& request) {
  KeyRange range;
  for (std::size_t i = 0; i < request.prefix_length; ++i) {
    range.low[i] = range.high[i] = request.prefix[i].bits();
  }
  if (request.range && request.prefix_length < 4) {
    range.low[request.prefix_length] = request.range->low.bits();
    range.high[request.prefix_length] = request.range->high.bits();
  }
  if (request.part) {
    range.low = std::max(range.low, to_key(request.part->first));
    range.high = std::min(range.high, to_key(request.part->last));
  }
  return range;
}

}  // namespace dossier::storage
