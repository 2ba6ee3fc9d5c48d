// SPDX-License-Identifier: Apache-2.0
// Which parts of a physical plan several threads may run.
#pragma once

#include <vector>

#include "engine/plan/options.h"
#include "engine/plan/physical.h"

namespace dossier::plan {

/// Puts a Parallel below each operator that can put together what several threads make of its
/// child's rows, where the child starts with a scan of many rows and what is done with each of them
/// can be done anywhere. An aggregate over the different values of one variable, without groups,
/// becomes one over a Distinct, whose merge many threads can share. `options`: see PassSwitches.
void make_parallel(Node& root, const VariableTable& variables, const PassSwitches& options);

/// What the threads that run the child of a Parallel share.
struct SharedParts {
  explicit SharedParts(const Node& child);

  /// The one that is read in parts; then those that are merged with it, which are confined to the
  /// ids of the same parts.
  std::vector<const Node*> scans;
  /// Joins whose second child is read once, for all.
  std::vector<const Node*> builds;

 private:
  void look(const Node& node);
};

}  // namespace dossier::plan
