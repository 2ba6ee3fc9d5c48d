// Which rows of a scan stay: the graph scope, and one of each triple over several graphs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "storage/permutation.h"

namespace dossier::storage {

/// What a filter has to do with rows whose graphs lie in a range.
enum class GraphCheck : std::uint8_t { none_match, all_match, each };

class GraphFilter {
 public:
  /// Throws Error(usage) for distinct triples over several graphs in the order gspo, where equal
  /// triples are no neighbours.
  explicit GraphFilter(const ScanRequest& request);

  GraphCheck check(std::uint64_t low_graph, std::uint64_t high_graph) const;
  bool contains(std::uint64_t graph) const { return scope_.contains(TermId{graph}); }

  /// True when equal triples of several graphs are to come once.
  bool distinct() const noexcept { return distinct_; }
  /// Whether the triple (the first three columns) differs from the one before; remembers it.
  bool fresh(const std::array<std::uint64_t, 3>& triple) {
    if (last_ == triple) return false;
    last_ = triple;
    return true;
  }

 private:
  GraphScope scope_;
  bool distinct_ = false;
  std::optional<std::array<std::uint64_t, 3>> last_;
};

}  // namespace dossier::storage
