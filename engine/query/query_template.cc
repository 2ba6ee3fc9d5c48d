// SPDX-License-Identifier: Apache-2.0
#include "engine/query/query_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "engine/plan/placeholder.h"
#include "engine/query/check_functions.h"
#include "model/nearest.h"

namespace dossier {

namespace {

QueryResult::Form form_of(const ast::Query& query) {
  using Form = QueryResult::Form;
  return std::visit(Overloaded{
                        [](const ast::SelectQuery&) { return Form::select; },
                        [](const ast::AskQuery&) { return Form::ask; },
                        [](const ast::ConstructQuery&) { return Form::construct; },
                        [](const ast::DescribeQuery&) { return Form::describe; },
                    },
                    query.form);
}

/// A long text counts twice: it is there with the caller and in the template.
std::size_t bytes_of(std::string_view text) { return 2 * text.size(); }

std::string kept(std::string_view text, const QueryOptions& options) {
  MemoryBudget(memory_limit(options)).check(bytes_of(text));
  return std::string(text);
}

SparqlOptions parsing(std::string_view text, const QueryOptions& options,
                      const functions::CustomTablePtr& custom, Limits& limits, std::size_t& held) {
  SparqlOptions result = parser_options(options, limits, held, custom);
  result.watch = [check = std::move(result.watch), memory = MemoryBudget(memory_limit(options)),
                  texts = bytes_of(text)](std::size_t now) {
    check(now);
    memory.check(now + texts);
  };
  return result;
}

/// Placeholders for the parameters, in the order of their names. A triple term is known by its
/// parts, so that it has none.
algebra::Placeholders make_placeholders(const Parameters& parameters,
                                        std::vector<std::string>& names) {
  algebra::Placeholders result;
  for (const auto& [name, value] : parameters) {
    if (value.is_triple() || names.size() == plan::kMostPlaceholders) continue;
    result.terms.emplace(name, plan::placeholder_term(names.size()));
    names.push_back(name);
  }
  return result;
}

std::vector<std::string> warnings_of(const algebra::Translation& translation) {
  std::vector<std::string> warnings;
  if (translation.unbound.empty()) return warnings;
  std::vector<std::string> others;
  for (Slot slot = 0; slot < translation.variables.size(); ++slot) {
    const std::string& name = translation.variables.name(slot);
    const auto& unbound = translation.unbound;
    if (!is_hidden_variable(name) &&
        std::find(unbound.begin(), unbound.end(), name) == unbound.end())
      others.push_back("?" + name);
  }
  for (const std::string& name : translation.unbound)
    warnings.push_back(fmt::format("?{} is selected, but nothing in the query binds it{}", name,
                                   did_you_mean("?" + name, others)));
  return warnings;
}

/// Whether what was made for `compiled` is right for these values, whatever the source.
bool is_made_for(const CompiledQuery& compiled, const Parameters& parameters,
                 const functions::CustomTablePtr& custom) {
  if (compiled.custom != custom) return false;
  for (const auto& [name, value] : compiled.fixed) {
    const auto given = parameters.find(name);
    if (given == parameters.end() || given->second != value) return false;
  }
  for (const std::string& name : compiled.placeholders) {
    const auto given = parameters.find(name);
    if (given == parameters.end() || given->second.is_triple()) return false;
  }
  return true;
}

/// Whether other runs may use it, and it does not keep large values alive.
bool is_worth_keeping(const CompiledQuery& compiled) {
  constexpr std::size_t kMostBytes = std::size_t{64} << 10;
  std::size_t bytes = 0;
  for (const auto& [name, value] : compiled.fixed) bytes += value.to_string().size();
  return compiled.plan->reusable && bytes <= kMostBytes;
}

}  // namespace

std::vector<Term> placeholder_values(const CompiledQuery& compiled, const Parameters& parameters) {
  std::vector<Term> values;
  values.reserve(compiled.placeholders.size());
  for (const std::string& name : compiled.placeholders) values.push_back(parameters.at(name));
  return values;
}

QueryTemplate::QueryTemplate(std::string_view text, const QueryOptions& options,
                             const functions::CustomTablePtr& custom, Limits& limits)
    : text_(kept(text, options)),
      query_(parse_query(text, parsing(text, options, custom, limits, bytes_))),
      form_(form_of(query_)),
      base_(query_.base.empty() ? options.base : query_.base),
      default_graph_(options.default_graph),
      given_dataset_(options.dataset),
      given_prefixes_(options.prefixes) {
  bytes_ += bytes_of(text);
}

// Made when it is asked for: few who run a query print with its prefixes.
const std::vector<std::pair<std::string, std::string>>& QueryTemplate::prefixes() const {
  std::call_once(prefixes_made_,
                 [this] { prefixes_ = all_prefixes(query_.prefixes, given_prefixes_); });
  return prefixes_;
}

std::shared_ptr<const CompiledQuery> QueryTemplate::compiled(
    const storage::QuadSource& source, const QueryOptions& options, const Parameters& parameters,
    const functions::CustomTablePtr& custom, const std::shared_ptr<Limits>& limits) {
  std::shared_ptr<const CompiledQuery> last;
  {
    const std::lock_guard lock(mutex_);
    last = last_;
  }
  if (last && is_made_for(*last, parameters, custom) &&
      still_fits(*last->plan, source, placeholder_values(*last, parameters)))
    return last;
  std::shared_ptr<const CompiledQuery> made = compile(source, options, parameters, custom, limits);
  if (is_worth_keeping(*made)) {
    const std::lock_guard lock(mutex_);
    last_ = made;
  }
  return made;
}

std::shared_ptr<const CompiledQuery> QueryTemplate::compile(
    const storage::QuadSource& source, const QueryOptions& options, const Parameters& parameters,
    const functions::CustomTablePtr& custom, const std::shared_ptr<Limits>& limits,
    const plan::PassSwitches& passes) const {
  auto result = std::make_shared<CompiledQuery>();
  // make_plan() counts the algebra when all of it is there.
  const auto made = [held = bytes_, memory = MemoryBudget(memory_limit(options))](
                        std::size_t bytes) mutable { memory.check(held += bytes); };
  algebra::Placeholders placeholders = make_placeholders(parameters, result->placeholders);
  algebra::Translation translation =
      algebra::translate(query_, parameters, limits->worker(), &placeholders, made);
  check_functions(translation.root, text_, custom.get());
  plan::PlanOptions plan_options;
  plan_options.default_graph = default_graph_;
  plan_options.dataset = plan::dataset_of(query_.dataset, given_dataset_);
  plan_options.passes = passes;
  const auto planned = [&](algebra::Translation& from) {
    PlanInput input{options, base_, plan_options, custom, placeholder_values(*result, parameters),
                    bytes_};
    if (form_ == QueryResult::Form::ask) input.wanted = 1;
    return make_plan(source, input, std::move(from.root), std::move(from.variables), from.columns,
                     limits);
  };
  result->warnings = warnings_of(translation);
  result->comparisons = comparisons_in(translation.root, translation.variables);
  result->plan = planned(translation);
  if (result->plan->plans_while_running && !result->placeholders.empty()) {
    // What is planned while the query runs must see the values.
    result->placeholders.clear();
    placeholders = {};
    translation = algebra::translate(query_, parameters, limits->worker(), &placeholders, made);
    result->plan = planned(translation);
  }
  for (const std::string& name : placeholders.fixed)
    result->fixed.emplace(name, parameters.at(name));
  result->names = std::make_shared<const std::vector<std::string>>(
      form_ == QueryResult::Form::select ? std::move(translation.names)
                                         : std::vector<std::string>{});
  result->construct_template = std::move(translation.construct_template);
  result->targets = std::move(translation.targets);
  result->custom = custom;
  return result;
}

}  // namespace dossier
