// SPDX-License-Identifier: Apache-2.0
// Triple patterns against the index: which permutation serves which question, and how many rows it
// will give.
#pragma once

#include <array>
#include <boost/container/flat_map.hpp>
#include <optional>

#include "engine/algebra/algebra.h"
#include "engine/algebra/walk.h"
#include "engine/plan/physical.h"
#include "engine/plan/value_range.h"
#include "engine/runtime/term_table.h"

namespace dossier::plan {

/// The pattern with its constants looked up.
QuadPattern resolve(const algebra::TriplePattern& pattern, const ActiveGraph& graph,
                    TermTable& terms);
Item resolve(const algebra::Item& item, TermTable& terms);

/// The variables of a pattern, its graph's too.
algebra::SlotSet slots_of(const QuadPattern& pattern);

/// What the planner knows of a pattern. Counts come from the block index.
class PatternStatistics {
 public:
  PatternStatistics(const QuadPattern& pattern, const storage::QuadSource& source);

  /// Says that the rows' values of a variable lie in `ranges`.
  void confine(Slot variable, const IdRanges& ranges);

  /// Matches of the constants alone.
  double all_rows() const noexcept { return all_rows_; }
  /// Those of them within the ranges, too.
  double rows() const noexcept { return rows_; }
  /// Different terms `slot` takes among them, estimated; at least 1.
  double distinct(Slot slot);
  /// The permutation with the fewest rows to read for the constants: gspo for small graphs.
  storage::Permutation best_scan() const noexcept { return best_; }

 private:
  double count_distinct(Slot slot) const;

  QuadPattern pattern_;
  const storage::QuadSource& source_;
  boost::container::flat_map<Slot, double> distinct_;  ///< what was asked before
  double all_rows_ = 0;
  double rows_ = 0;
  storage::Permutation best_ = storage::Permutation::spo;
};

/// A permutation whose first columns are the pattern's constants, then the place of `key` when one
/// is given, then as many places of `wanted` as possible in order. None when the constants and the
/// key can't stand first together (a key that is the graph's).
std::optional<storage::Permutation> permutation_for(const QuadPattern& pattern,
                                                    std::optional<Slot> key);

/// A permutation whose first columns are the pattern's constants, then the places of `keys` in some
/// order, so that rows that agree in them come one behind the other.
std::optional<storage::Permutation> permutation_together(const QuadPattern& pattern,
                                                         const algebra::SlotSet& keys);

/// The order a scan's rows come in: the variables behind the prefix.
std::vector<Slot> scan_order(const QuadPattern& pattern, storage::Permutation permutation);

/// Whether rows that ascend by `order` and agree in `keys` come one behind the other.
bool come_together(const std::vector<Slot>& order, const algebra::SlotSet& keys);

/// True when the graph scope is one graph that can lead a gspo scan.
bool is_single_graph(const ActiveGraph& graph);

}  // namespace dossier::plan
