// Rewrites of the algebra before planning: named passes in a fixed order, each of which keeps the
// solutions as they are.
#pragma once

#include <span>
#include <string_view>

#include "engine/algebra/algebra.h"
#include "engine/functions/expression.h"
#include "engine/plan/options.h"

namespace dossier::plan {

struct PassContext {
  VariableTable& variables;
  EvaluationContext& expressions;  ///< for evaluating constants
};

struct Pass {
  std::string_view name;
  void (*apply)(algebra::Node& root, const PassContext& context);
};

/// In the order they run. The planner has three more switches of this kind: "join order" (off:
/// greedy), "projection pruning", "top-k", and "bind join".
std::span<const Pass> passes();

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
void optionals_last(algebra::Node& root, const PassContext& context);

}  // namespace dossier::plan
