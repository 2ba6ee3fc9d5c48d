// SPDX-License-Identifier: Apache-2.0
// The filters of a query that stand right above patterns, for passes that put what they say into
// the patterns. Private to engine/plan.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/walk.h"

namespace dossier::plan {

/// What the rows around an EXISTS may bind. Looked up when an equality asks: most nest without one.
class Around {
 public:
  Around() = default;
  /// Rows of some nodes, inside of others.
  Around(Around& around, std::vector<const algebra::Node*> nodes, const algebra::Work& work)
      : around_(&around), nodes_(std::move(nodes)), work_(&work) {}

  void add(Slot slot) { slots_.insert(slot); }
  bool contains(Slot slot);

 private:
  Around* around_ = nullptr;
  std::vector<const algebra::Node*> nodes_;  ///< not yet looked at
  const algebra::Work* work_ = nullptr;
  algebra::SlotSet slots_;
};

/// Given a Filter over patterns and joins of patterns only: nothing below it reads or computes. It
/// may become another node. A condition inside EXISTS on a variable that `outside` contains is
/// about the row's value (SPARQL 1.1, section 18.6).
using RewriteFilter = std::function<void(algebra::Node& filter, Around& outside)>;

/// Calls `rewrite` for all of them, the innermost first.
void each_pattern_filter(algebra::Node& root, const algebra::Work& work,
                         const RewriteFilter& rewrite);

}  // namespace dossier::plan
