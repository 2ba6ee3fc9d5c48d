// Scans: the blocks of a range merged with its delta. Private to storage/.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "storage/graph_filter.h"
#include "storage/quad_source.h"
#include "storage/state.h"

namespace dossier::storage {

/// Works block by block. Where the delta has nothing to say of a block, its columns are decoded
/// straight into the caller's; else block and delta are merged into rows first. State and delta
/// must outlive it.
class MergeScan : public Scan {
 public:
  MergeScan(const State& state, const Delta& delta, const ScanRequest& request);

  std::size_t next(const std::array<TermId*, 4>& columns, std::size_t capacity) override;
  void seek(TermId lower) override;

 private:
  using Columns = std::array<std::uint64_t*, 4>;  ///< by column of the permutation

  bool load_segment();
  void open_block();
  void merge_segment(const Key& bound, bool bounded);
  std::size_t emit_block(const Columns& out, std::size_t capacity);
  std::size_t emit_merged(const Columns& out, std::size_t capacity);
  std::size_t emit_filtered(const Columns& out, std::size_t count);

  const State& state_;
  const BlockIndex& index_;
  Permutation permutation_;
  std::size_t prefix_length_;
  KeyRange range_;
  GraphFilter filter_;
  std::size_t graph_column_;
  DeltaCursor cursor_;

  std::size_t next_block_ = 0;  ///< the next one to be opened
  bool tail_done_ = false;      ///< changes without any block were delivered
  std::shared_ptr<const Block> block_;
  GraphCheck check_ = GraphCheck::all_match;
  bool one_graph_ = false;
  std::size_t row_ = 0;
  std::size_t row_end_ = 0;
  std::vector<Key> merged_;
  std::size_t merged_at_ = 0;
};

}  // namespace dossier::storage
