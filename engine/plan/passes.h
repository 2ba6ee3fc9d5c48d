// SPDX-License-Identifier: Apache-2.0
// Rewrites of the algebra before planning: named passes in a fixed order, each of which keeps the
// solutions as they are.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/walk.h"
#include "engine/functions/expression.h"
#include "engine/plan/options.h"

namespace dossier::plan {

struct PassContext {
  VariableTable& variables;
  EvaluationContext& expressions;  ///< for evaluating constants
  /// As Limits::work(): called by passes that look at a node more than once.
  algebra::Work work;
};

struct Pass {
  std::string_view name;
  void (*apply)(algebra::Node& root, const PassContext& context);
};

/// In the order they run.
std::span<const Pass> passes();

/// What else PassSwitches can turn off: choices of the planner.
namespace planner_switch {
inline constexpr std::string_view kJoinOrder = "join order";  ///< off: greedy
inline constexpr std::string_view kProjectionPruning = "projection pruning";
inline constexpr std::string_view kTopK = "top-k";
inline constexpr std::string_view kBindJoin = "bind join";  ///< off: OPTIONAL by hash join
/// Scans confined to the values that comparisons leave.
inline constexpr std::string_view kValueRanges = "value ranges";
inline constexpr std::string_view kBushyJoins = "bushy joins";  ///< off: left-deep
inline constexpr std::string_view kParts = "parts";             ///< off: one thread
inline constexpr std::string_view kCycles = "cycles";           ///< off: joined two by two
}  // namespace planner_switch

/// The names of all passes and choices of the planner, for tests that switch each off.
std::vector<std::string> all_switches();

/// Runs the passes that are on. In debug builds checks after each that the solutions' variables
/// are what they were.
void rewrite(algebra::Node& root, VariableTable& variables, EvaluationContext& expressions,
             const PassSwitches& switches);

// The passes, a file each.
void fold_constants(algebra::Node& root, const PassContext& context);
void split_filters(algebra::Node& root, const PassContext& context);
void push_filters_down(algebra::Node& root, const PassContext& context);
void drop_empty(algebra::Node& root, const PassContext& context);
void equalities_to_joins(algebra::Node& root, const PassContext& context);
void equal_variables(algebra::Node& root, const PassContext& context);
void equality_keys(algebra::Node& root, const PassContext& context);
void optionals_last(algebra::Node& root, const PassContext& context);

}  // namespace dossier::plan
