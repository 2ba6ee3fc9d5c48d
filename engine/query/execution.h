// SPDX-License-Identifier: Apache-2.0
// Execution: one query on its way from text to rows. Owns the stages' results and keeps them alive
// while rows are computed. Private to engine/.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "engine/algebra/translate.h"
#include "engine/exec/build.h"
#include "engine/exec/late_values.h"
#include "engine/exec/query_state.h"
#include "engine/plan/options.h"
#include "engine/plan/planner.h"
#include "engine/query/query_plan.h"
#include "parser/sparql/ast.h"
#include "parser/sparql/parse.h"

namespace dossier {

/// The parser's options for a query or update: predeclared prefixes, then the caller's. Parsing
/// stops at `limits`, which must outlive them, and at the memory limit of `options`. `custom` says
/// which calls are aggregates.
SparqlOptions parser_options(const QueryOptions& options, Limits& limits,
                             functions::CustomTablePtr custom = nullptr);
/// As above; `held` receives what the parser holds at its last look.
SparqlOptions parser_options(const QueryOptions& options, Limits& limits, std::size_t& held,
                             functions::CustomTablePtr custom);

/// Prefixes for printing: the text's own, then the caller's, then the predeclared; a name once.
std::vector<std::pair<std::string, std::string>> all_prefixes(
    const ast::PrefixMap& declared, const std::map<std::string, std::string>& given);

class HelperThreads;

/// What a run takes beside its source and its plan.
struct RunInput {
  const QueryOptions& options;
  const std::string& base;
  functions::CustomTablePtr custom;
  /// The values of the plan's placeholders, by number.
  std::vector<Term> placeholders;
  std::size_t text_bytes = 0;  ///< what the text and its tree take
  /// Threads that may help; without, the run makes its own.
  std::shared_ptr<HelperThreads> helpers = nullptr;
};

/// A planned pattern, ready to run. The source must outlive it. Not movable: its parts refer to
/// each other.
class Execution {
 public:
  /// Builds the operators of a plan that fits the source. `limits`: see QueryState.
  Execution(const storage::QuadSource& source, const RunInput& input,
            std::shared_ptr<const QueryPlan> plan, std::shared_ptr<Limits> limits);
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;

  /// A batch with the columns asked for; false at the end. Opens at the first call, closes at the
  /// end.
  bool next(Batch& batch);
  Batch make_batch() const { return root_->make_batch(); }

  /// To be called before the first next(). What it returns is the caller's to compute: rows come
  /// with other columns then (`rows` of it). Null: rows come as they do otherwise.
  const LateValues* leave_values();
  /// For a state of the execution's query or a part of it.
  std::vector<CompiledExpression> compile(const LateValues& late, QueryState& state);

  QueryState& state() noexcept { return state_; }
  TermTable& terms() noexcept { return state_.terms(); }
  const plan::Dataset& dataset() const noexcept { return plan_->dataset; }
  /// The plan, with actual rows and times when profiling; IRIs are shortened by the prefixes.
  std::string plan_text(const ast::PrefixMap& prefixes);

 private:
  void bind_constants();
  Term constant(TermId id) const;

  std::shared_ptr<const QueryPlan> plan_;
  std::vector<Term> placeholders_;
  QueryState state_;
  MemoryCharge made_before_;  ///< the plan, and what it was made from
  /// For a plan whose operators plan: planning adds to the variables.
  std::optional<VariableTable> variables_;
  std::optional<plan::Planner> planner_;
  std::optional<OperatorBuilder> builder_;
  OperatorPtr root_;
  std::optional<LateValues> late_;
  bool is_open_ = false;
  bool is_done_ = false;
};

}  // namespace dossier
