// SPDX-License-Identifier: Apache-2.0
// A plan that several runs share, over one state of the store after the other. Private to engine/.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/algebra/translate.h"
#include "engine/functions/expression.h"
#include "engine/plan/options.h"
#include "engine/plan/physical.h"
#include "engine/plan/planner.h"
#include "engine/runtime/limits.h"

namespace dossier {

/// What a plan is made of beside the source.
struct PlanInput {
  const QueryOptions& options;
  const std::string& base;
  const plan::PlanOptions& plan_options;
  functions::CustomTablePtr custom;
  /// The values the placeholders stand for, by number: the plan is good for these.
  std::vector<Term> placeholders;
  /// What is held beside the algebra while the plan is made: the text and its tree.
  std::size_t tree_bytes = 0;
  /// Nobody asks for more rows: one of ASK.
  double wanted = std::numeric_limits<double>::infinity();
};

/// A pattern whose matches depend on placeholders.
struct PlannedCount {
  storage::ScanRequest request;
  std::uint64_t quads = 0;
};

/// Immutable once made.
struct QueryPlan {
  plan::PlanOptions options;
  VariableTable variables;
  plan::NodePtr root;
  plan::Dataset dataset;
  /// Constants that no quad had: the plan is good as long as that is so. Their ids stand in it.
  std::vector<TermId> absent_ids;
  std::vector<Term> absent;
  std::uint64_t quads = 0;  ///< of the source it was made for
  std::size_t bytes = 0;    ///< what it takes, roughly
  std::vector<PlannedCount> counts;
  /// Operators plan parts of it while it runs.
  bool plans_while_running = false;
  /// False when it holds what is right for one run only.
  bool reusable = true;
};

/// Rewrites and plans `root`, whose rows must carry `columns` in this order. Throws what planning
/// throws; stops at `limits`.
std::shared_ptr<const QueryPlan> make_plan(const storage::QuadSource& source,
                                           const PlanInput& input, algebra::Node root,
                                           VariableTable variables,
                                           const std::vector<Slot>& columns,
                                           const std::shared_ptr<Limits>& limits);

/// Whether the plan is right, and still good, over `source` with these values for its placeholders.
bool still_fits(const QueryPlan& plan, const storage::QuadSource& source,
                const std::vector<Term>& placeholders);

}  // namespace dossier
