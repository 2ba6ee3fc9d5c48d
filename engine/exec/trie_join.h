// SPDX-License-Identifier: Apache-2.0
// Leapfrog triejoin (Veldhuizen, "Leapfrog Triejoin: A Simple, Worst-Case Optimal Join Algorithm",
// ICDT 2014): variables are bound one after the other, each by leaping through the sorted values
// that all patterns with it allow. A triangle never makes the paths of two edges that it is cut
// from.
#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/exec/trie.h"
#include "engine/plan/physical.h"

namespace dossier {

class TrieJoinOperator : public Operator {
 public:
  /// Each child has one or two of the join's variables and ascends by them in its order.
  TrieJoinOperator(QueryState& state, Layout layout, const plan::TrieJoin& join,
                   std::vector<OperatorPtr> children);

 protected:
  void do_open() override;
  bool do_next(Batch& out) override;
  void do_close() override;

 private:
  /// A child as far as one variable is concerned.
  struct Part {
    std::size_t child = 0;
    bool is_second = false;  ///< the variable stands below the child's first one
  };
  struct Level {
    Slot variable = 0;
    std::vector<Part> parts;
    std::vector<TrieCursor> cursors;  ///< one per part
  };
  struct Child {
    Child(OperatorPtr rows, MemoryBudget& memory) : source(std::move(rows)), trie(memory) {}
    OperatorPtr source;
    Trie trie;
    std::size_t at = 0;  ///< the number of its first value that is bound
  };

  void open_level();
  bool find_match(Level& level);
  bool next_row();

  std::deque<Child> children_;  // which never move
  std::vector<Level> levels_;
  std::size_t depth_ = 0;
  bool is_matched_ = false;  ///< all levels stand at a match that was given out
  std::size_t steps_ = 0;
};

}  // namespace dossier
