// SPDX-License-Identifier: Apache-2.0
// Execution: one query on its way from text to rows. Owns the stages' results and keeps them alive
// while rows are computed. Private to engine/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "engine/algebra/translate.h"
#include "engine/exec/build.h"
#include "engine/exec/query_state.h"
#include "engine/plan/options.h"
#include "engine/plan/planner.h"
#include "parser/sparql/ast.h"
#include "parser/sparql/parse.h"

namespace dossier {

/// The parser's options for a query or update: predeclared prefixes, then the caller's.
SparqlOptions parser_options(const QueryOptions& options);

/// Prefixes for printing: the text's own, then the caller's, then the predeclared; a name once.
std::vector<std::pair<std::string, std::string>> all_prefixes(const ast::PrefixMap& declared,
                                                              const QueryOptions& options);

/// A planned pattern, ready to run. The source must outlive it. Not movable: its parts refer to
/// each other.
class Execution {
 public:
  /// Plans and builds. `columns` are what the rows must carry, in this order. `limits`: see
  /// QueryState.
  Execution(const storage::QuadSource& source, const QueryOptions& options,
            const plan::PlanOptions& plan_options, algebra::Node root, VariableTable variables,
            const std::vector<Slot>& columns, std::shared_ptr<Limits> limits = nullptr);
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;

  /// A batch with the columns asked for; false at the end. Opens at the first call, closes at the
  /// end.
  bool next(Batch& batch);
  Batch make_batch() const { return root_->make_batch(); }

  QueryState& state() noexcept { return state_; }
  TermTable& terms() noexcept { return state_.terms(); }
  const plan::Dataset& dataset() const noexcept { return planner_.dataset(); }
  const VariableTable& variables() const noexcept { return variables_; }
  /// The plan, with actual rows and times when profiling; IRIs are shortened by the prefixes.
  std::string plan_text(const ast::PrefixMap& prefixes) const;

 private:
  QueryState state_;
  plan::PlanOptions plan_options_;
  VariableTable variables_;
  plan::Planner planner_;
  plan::NodePtr plan_;
  OperatorBuilder builder_;
  OperatorPtr root_;
  bool is_open_ = false;
  bool is_done_ = false;
};

}  // namespace dossier
