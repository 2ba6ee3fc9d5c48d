// SPDX-License-Identifier: Apache-2.0
// FewNodes: of rows that agree in all columns but one, a few with different nodes there. Whoever
// looks for a row whose node is not this or that one needs no more.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/exec/row_set.h"
#include "engine/plan/physical.h"

namespace dossier {

class FewNodes {
 public:
  /// The budget must outlive it. `in_runs`: rows that agree come one behind the other.
  FewNodes(const Layout& layout, const plan::Distinct::Few& few, bool in_runs,
           MemoryBudget& memory);

  void clear() noexcept;
  /// Whether the row has a node in the column: the others are told apart by value.
  bool is_about(const Batch& batch, std::size_t row) const noexcept {
    const TermId id = batch.column(column_)[row];
    return id.is_iri() || id.is_blank_node();
  }
  /// Whether the row, which has a node, is one of the few. Throws Error(limit).
  bool take(const Batch& batch, std::size_t row);

 private:
  bool is_last_key(const Batch& batch, std::size_t row);
  void find_key();

  std::size_t column_;
  std::uint32_t most_;
  bool in_runs_;
  std::vector<std::size_t> compared_;  ///< the other columns
  std::vector<TermId> key_;            ///< what the last row has there
  bool has_key_ = false;
  RowSet keys_;                ///< all of them, where they come in any order
  std::vector<TermId> nodes_;  ///< `most_` for each key, none() where there are fewer
  std::size_t first_ = 0;      ///< of those of the last key
  MemoryCharge charge_;
};

}  // namespace dossier
