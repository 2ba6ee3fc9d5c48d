// SPDX-License-Identifier: Apache-2.0
// Which rows of a scan stay: the graph scope, and one of each triple over several graphs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "storage/permutation.h"

namespace dossier::storage {

/// How a filter treats rows whose graphs lie in a range.
enum class GraphCheck : std::uint8_t { none_match, all_match, each };

class GraphFilter {
 public:
  /// Throws Error(usage) for distinct triples over several graphs in the order gspo, where equal
  /// triples are no neighbours.
  explicit GraphFilter(const ScanRequest& request);

  GraphCheck check(std::uint64_t low_graph, std::uint64_t high_graph) const;
  /// Remembers the last answer: graphs come in stretches, or are few.
  bool contains(std::uint64_t graph) {
    if (graph != asked_) {
      asked_ = graph;
      answer_ = scope_.contains(TermId{graph});
    }
    return answer_;
  }

  /// True when equal triples of several graphs are to come once.
  bool distinct() const noexcept { return distinct_; }
  /// Whether the triple (the first three columns) is the last one kept.
  bool is_last(const std::array<std::uint64_t, 3>& triple) const { return last_ == triple; }
  void set_last(const std::array<std::uint64_t, 3>& triple) { last_ = triple; }

 private:
  GraphScope scope_;
  bool distinct_ = false;
  std::uint64_t asked_ = 0;  ///< none(): no graph
  bool answer_ = false;
  std::optional<std::array<std::uint64_t, 3>> last_;
};

}  // namespace dossier::storage
