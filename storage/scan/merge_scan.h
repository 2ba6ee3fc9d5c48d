// SPDX-License-Identifier: Apache-2.0
// Scans: the blocks of a range merged with its delta. Private to storage/.
#pragma once

#include <array>
#include <memory>

#include "storage/quad_source.h"
#include "storage/scan/graph_filter.h"
#include "storage/scan/scan_segment.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// Works stretch by stretch. Where neither delta nor graphs have a say in a block, its columns are
/// decoded straight into the caller's. State and delta must outlive it.
class MergeScan : public Scan {
 public:
  MergeScan(const State& state, const Delta& delta, const ScanRequest& request);

  std::size_t next(const std::array<TermId*, 4>& columns, std::size_t capacity) override;
  void seek(TermId lower) override;

  const ScanCounters& counters() const noexcept { return counters_; }

 private:
  bool load_segment();
  bool next_block();
  void open_block(const BlockEntry& entry);
  bool has_changes() const;
  void fill();
  bool needs_filter();

  const State& state_;
  const BlockIndex& index_;
  Permutation permutation_;
  std::size_t prefix_length_;
  KeyRange range_;
  GraphFilter filter_;
  std::size_t graph_column_;
  DeltaCursor cursor_;
  ScanCounters counters_;
  ScanSegment segment_{counters_};

  std::size_t next_block_ = 0;  ///< the next one to be opened
  BlockRows rows_;              ///< of the open block, not yet in a segment
  Key last_ = kLowestKey;       ///< changes up to here belong to the open block
  GraphCheck check_ = GraphCheck::all_match;
  std::uint64_t low_graph_ = 0;  ///< of the open block
  std::uint64_t high_graph_ = 0;
};

}  // namespace dossier::storage
