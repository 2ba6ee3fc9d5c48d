// SPDX-License-Identifier: Apache-2.0
#include "engine/query/execution.h"

#include <fmt/format.h>

#include <set>

#include "dossier/prefixes.h"
#include "engine/exec/project.h"
#include "engine/functions/custom.h"
#include "engine/plan/placeholder.h"
#include "parser/rdf/names.h"

namespace dossier {

SparqlOptions parser_options(const QueryOptions& options, Limits& limits,
                             functions::CustomTablePtr custom) {
  SparqlOptions result;
  result.base = options.base;
  result.prefixes = with_predeclared(options.prefixes);
  for (const auto& [name, term] : options.parameters) result.parameters.push_back(name);
  result.watch = [&limits, memory = MemoryBudget(memory_limit(options))](std::size_t held) {
    limits.check();
    memory.check(held);
  };
  if (custom)
    result.is_aggregate = [custom = std::move(custom)](std::string_view iri) {
      return functions::is_aggregate(custom.get(), iri);
    };
  return result;
}

SparqlOptions parser_options(const QueryOptions& options, Limits& limits, std::size_t& held,
                             functions::CustomTablePtr custom) {
  SparqlOptions result = parser_options(options, limits, std::move(custom));
  result.watch = [check = std::move(result.watch), &held](std::size_t now) {
    held = now;
    check(now);
  };
  return result;
}

std::vector<std::pair<std::string, std::string>> all_prefixes(
    const ast::PrefixMap& declared, const std::map<std::string, std::string>& given) {
  std::vector<std::pair<std::string, std::string>> result;
  std::set<std::string> names;
  const auto add = [&](const std::string& name, const std::string& iri) {
    if (names.insert(name).second) result.emplace_back(name, iri);
  };
  for (const auto& [name, iri] : declared) add(name, iri);
  for (const auto& [name, iri] : with_predeclared(given)) add(name, iri);
  return result;
}

namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

}  // namespace

Execution::Execution(const storage::QuadSource& source, const RunInput& input,
                     std::shared_ptr<const QueryPlan> plan, std::shared_ptr<Limits> limits)
    : plan_(std::move(plan)),
      placeholders_(input.placeholders),
      state_(source, input.options, input.base, std::move(limits), input.custom),
      made_before_(state_.memory()) {
  made_before_.add(plan_->bytes + input.text_bytes);
  if (plan_->plans_while_running) {
    variables_.emplace(plan_->variables);
    planner_.emplace(source, state_.terms(), *variables_, plan_->options, state_.limits());
  }
  builder_.emplace(state_, variables_ ? *variables_ : plan_->variables,
                   planner_ ? &*planner_ : nullptr);
  builder_->use(input.helpers);
  if (state_.profile()) builder_->remember();
  bind_constants();
  root_ = builder_->build(*plan_->root);
}

void Execution::bind_constants() {
  PlanConstants& constants = builder_->constants();
  for (std::size_t i = 0; i < placeholders_.size(); ++i) {
    constants.add(plan::placeholder_id(i), state_.terms().intern(placeholders_[i]));
    constants.add(plan::placeholder_term(i), placeholders_[i]);
  }
  for (std::size_t i = 0; i < plan_->absent.size(); ++i)
    constants.add(plan_->absent_ids[i], state_.terms().intern(plan_->absent[i]));
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

const LateValues* Execution::leave_values() {
  if (is_open_ || state_.profile() || plan_->plans_while_running) return nullptr;
  late_ = find_late_values(*plan_->root, plan_->variables);
  if (!late_) return nullptr;
  root_ = nullptr;
  root_ = make_flat<ProjectOperator>(state_, late_->rows, builder_->build(*late_->child));
  return &*late_;
}

std::vector<CompiledExpression> Execution::compile(const LateValues& late, QueryState& state) {
  std::vector<CompiledExpression> result;
  for (const ast::Expression* expression : late.values)
    result.push_back(dossier::compile(builder_->constants().bound(*expression), plan_->variables,
                                      state.expressions()));
  return result;
}

std::string Execution::plan_text(const ast::PrefixMap& prefixes) {
  MemoryCharge text_memory(state_.memory());
  const auto actual = [&](const plan::Node& node, std::size_t written) -> std::string {
    text_memory.set(2 * written);  // it doubles when it grows
    // A long plan takes time to write; after a run, the time is up or not, and the plan is wanted.
    if (!is_open_) state_.check();
    const auto counters = builder_->counters_of(node);
    if (!counters || !state_.profile()) return {};
    return fmt::format("  rows {}, batches {}, {:.3f} ms", counters->rows, counters->batches,
                       std::chrono::duration<double, std::milli>(counters->time).count());
  };
  const auto name = [&](TermId id) { return short_term(constant(id), prefixes); };
  std::string text = plan::print(*plan_->root, plan_->variables, name, prefixes, actual);
  for (std::size_t i = 0; i < placeholders_.size(); ++i)
    replace_all(text, plan::placeholder_term(i).to_string(),
                short_term(placeholders_[i], prefixes));
  return text;
}

Term Execution::constant(TermId id) const {
  if (plan::is_placeholder(id)) return placeholders_[plan::placeholder_number(id)];
  for (std::size_t i = 0; i < plan_->absent_ids.size(); ++i) {
    if (plan_->absent_ids[i] == id) return plan_->absent[i];
  }
  return state_.terms().term(id);
}

}  // namespace dossier
