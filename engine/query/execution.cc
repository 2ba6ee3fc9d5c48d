// SPDX-License-Identifier: Apache-2.0
#include "engine/query/execution.h"

#include <fmt/format.h>

#include <set>

#include "dossier/prefixes.h"
#include "engine/plan/passes.h"
#include "parser/rdf/names.h"

namespace dossier {

SparqlOptions parser_options(const QueryOptions& options) {
  SparqlOptions result;
  result.base = options.base;
  result.prefixes = with_predeclared(options.prefixes);
  for (const auto& [name, term] : options.parameters) result.parameters.push_back(name);
  return result;
}

std::vector<std::pair<std::string, std::string>> all_prefixes(const ast::PrefixMap& declared,
                                                              const QueryOptions& options) {
  std::vector<std::pair<std::string, std::string>> result;
  std::set<std::string> names;
  const auto add = [&](const std::string& name, const std::string& iri) {
    if (names.insert(name).second) result.emplace_back(name, iri);
  };
  for (const auto& [name, iri] : declared) add(name, iri);
  for (const auto& [name, iri] : parser_options(options).prefixes) add(name, iri);
  return result;
}

namespace {

/// The plan with exactly `columns`, in order.
plan::NodePtr shaped(plan::NodePtr plan, const std::vector<Slot>& columns) {
  const Layout layout(columns.begin(), columns.end());
  if (plan->layout == layout) return plan;
  plan::NodePtr result = plan::over(plan::Project{}, std::move(plan));
  result->layout = layout;
  return result;
}

}  // namespace

Execution::Execution(const storage::QuadSource& source, const QueryOptions& options,
                     const plan::PlanOptions& plan_options, algebra::Node root,
                     VariableTable variables, const std::vector<Slot>& columns,
                     std::shared_ptr<Limits> limits)
    : state_(source, options, std::move(limits)),
      plan_options_(plan_options),
      variables_(std::move(variables)),
      planner_(source, state_.terms(), variables_, plan_options_, state_.limits()),
      builder_(state_, variables_, planner_) {
  plan::rewrite(root, variables_, state_.expressions(), plan_options_.passes);
  const algebra::SlotSet required(columns.begin(), columns.end());
  plan_ = shaped(planner_.plan(root, required), columns);
  root_ = builder_.build(*plan_);
}

bool Execution::next(Batch& batch) {
  if (is_done_) return false;
  if (!is_open_) {
    state_.check();
    root_->open();
    is_open_ = true;
  }
  if (root_->next(batch)) return true;
  root_->close();
  is_done_ = true;
  return false;
}

std::string Execution::plan_text(const ast::PrefixMap& prefixes) const {
  const auto actual = [this](const plan::Node& node) -> std::string {
    const Operator* made = builder_.made_of(node);
    if (made == nullptr || !state_.profile()) return {};
    const OperatorCounters& counters = made->counters();
    return fmt::format("  rows {}, batches {}, {:.3f} ms", counters.rows, counters.batches,
                       std::chrono::duration<double, std::milli>(counters.time).count());
  };
  const auto name = [&](TermId id) { return short_term(state_.terms().term(id), prefixes); };
  return plan::print(*plan_, variables_, name, prefixes, actual);
}

}  // namespace dossier
