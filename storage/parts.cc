// SPDX-License-Identifier: Apache-2.0
#include "storage/parts.h"

#include <algorithm>

namespace dossier::storage {
namespace {

std::array<TermId, 4> to_ids(const Key& key) {
  return {TermId{key[0]}, TermId{key[1]}, TermId{key[2]}, TermId{key[3]}};
}

/// How many leading columns of a key say where a part may begin. Equal triples of several graphs
/// stay together: a scan may have to drop all but one of them.
std::size_t deciding_columns(const ScanRequest& request, SplitAt at) {
  if (at == SplitAt::ids) return std::min<std::size_t>(4, request.prefix_length + std::size_t{1});
  return request.permutation == Permutation::gspo ? 4 : 3;
}

ScanRequest part_of(const ScanRequest& request, const KeyRange& range, SplitAt at) {
  ScanRequest part = request;
  if (at == SplitAt::ids) {
    part.range = IdRange{TermId{range.low[request.prefix_length]},
                         TermId{range.high[request.prefix_length]}};
  } else {
    part.part = ScanPart{to_ids(range.low), to_ids(range.high)};
  }
  return part;
}

}  // namespace

std::vector<ScanRequest> cut(const ScanRequest& request, std::span<const Key> begins, SplitAt at) {
  const std::size_t columns = deciding_columns(request, at);
  KeyRange range = range_of(request);
  if (request.prefix_length == 4 || range.high < range.low) return {request};
  std::vector<ScanRequest> parts;
  for (Key begin : begins) {
    std::fill(begin.begin() + static_cast<std::ptrdiff_t>(columns), begin.end(), 0);
    if (begin <= range.low || begin > range.high) continue;
    parts.push_back(part_of(request, {range.low, key_before(begin)}, at));
    range.low = begin;
  }
  if (parts.empty()) return {request};
  parts.push_back(part_of(request, range, at));
  return parts;
}

}  // namespace dossier::storage
