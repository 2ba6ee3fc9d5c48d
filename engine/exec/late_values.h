// SPDX-License-Identifier: Apache-2.0
// Values that a query computes last and only hands out: SELECT (CONCAT(...) AS ?line). Who writes
// the rows may compute them for many rows at a time, on several threads, and none needs an id.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/algebra/variables.h"
#include "engine/exec/query_state.h"
#include "engine/functions/expression.h"
#include "engine/plan/physical.h"

namespace dossier {

/// What is left of a plan without them. Refers to the plan.
struct LateValues {
  struct Column {
    std::size_t index = 0;  ///< in `rows`, or among `values`
    bool is_value = false;
  };

  const plan::Node* child = nullptr;  ///< its rows are those of the plan
  Layout rows;                        ///< the variables that are handed out or that values read
  std::vector<const ast::Expression*> values;
  std::vector<Column> columns;  ///< those of the plan, in order
};

/// None when the plan has no such values, or some that depend on more than their row: they call
/// functions of the application, draw random numbers, or read terms that the query has made.
std::optional<LateValues> find_late_values(const plan::Node& root, const VariableTable& variables);

}  // namespace dossier
