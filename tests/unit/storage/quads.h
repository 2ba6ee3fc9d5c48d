// SPDX-License-Identifier: Apache-2.0
// What the storage tests share: scanning a source into a vector, and the plain model of a scan.
#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "storage/permutation.h"
#include "storage/quad_source.h"

namespace dossier::storage {

inline std::vector<Key> drain(Scan& scan, Permutation permutation, std::size_t batch = 100) {
  std::vector<Key> rows;
  std::array<std::vector<TermId>, 4> columns;
  for (auto& column : columns) column.resize(batch);
  while (true) {
    const std::size_t count = scan.next(
        {columns[0].data(), columns[1].data(), columns[2].data(), columns[3].data()}, batch);
    if (count == 0) return rows;
    for (std::size_t i = 0; i < count; ++i) {
      rows.push_back(
          to_key(permutation, {columns[0][i], columns[1][i], columns[2][i], columns[3][i]}));
    }
  }
}

inline std::vector<Key> scan_all(const QuadSource& source, const ScanRequest& request) {
  return drain(*source.scan(request), request.permutation);
}

/// A request for every quad of every graph, as it is.
inline ScanRequest everything(Permutation permutation) {
  ScanRequest request;
  request.permutation = permutation;
  request.graphs.distinct = false;
  return request;
}

/// What the request must deliver from these quads, by the words of quad_source.h.
inline std::vector<Key> expected(const std::set<IdQuad>& quads, const ScanRequest& request) {
  std::vector<Key> rows;
  for (const IdQuad& quad : quads) {
    const Key key = to_key(request.permutation, quad);
    bool match = request.graphs.contains(quad.graph);
    for (std::size_t i = 0; i < request.prefix_length; ++i) {
      match = match && key[i] == request.prefix[i].bits();
    }
    if (request.range && request.prefix_length < 4) {
      match = match && request.range->contains(TermId{key[request.prefix_length]});
    }
    if (match) rows.push_back(key);
  }
  std::sort(rows.begin(), rows.end());
  if (request.graphs.distinct && request.permutation != Permutation::gspo) {
    const auto same = [](const Key& a, const Key& b) {
      return std::equal(a.begin(), a.begin() + 3, b.begin());
    };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  }
  return rows;
}

}  // namespace dossier::storage
