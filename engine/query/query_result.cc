// SPDX-License-Identifier: Apache-2.0
#include "engine/query/query_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/algebra/translate.h"
#include "engine/query/check_functions.h"
#include "parser/sparql/parse.h"

namespace dossier {

const std::optional<Term>& Row::operator[](std::string_view variable) const {
  for (std::size_t i = 0; variables_ && i < variables_->size(); ++i) {
    if ((*variables_)[i] == variable) return values_[i];
  }
  throw Error(ErrorCode::usage, fmt::format("the query does not project ?{}", variable));
}

namespace {

/// Rows' terms are looked up together while they stay below this.
constexpr std::size_t kWindowBytes = std::size_t{4} << 20;

std::size_t bytes_of(const Term& term) {
  if (!term.is_triple()) return sizeof(Term) + term.value().size();
  const Triple& triple = term.as_triple();
  return sizeof(Term) + bytes_of(triple.subject) + bytes_of(triple.predicate) +
         bytes_of(triple.object);
}

}  // namespace

bool QueryResult::Impl::load_batch() {
  if (batch_.width() != variables->size()) batch_ = execution->make_batch();
  if (!execution->next(batch_)) return false;
  at_ = first_ = loaded_ = 0;
  return true;
}

void QueryResult::Impl::load_terms() {
  if (!terms_charge_) terms_charge_.emplace(execution->state().memory());
  terms_.resize(batch_.width());
  first_ = at_;
  loaded_ = std::min(window_, batch_.size() - at_);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < batch_.width(); ++i) {
    terms_[i].resize(loaded_);
    execution->terms().terms({batch_.column(i) + first_, loaded_}, terms_[i]);
    for (const Term& term : terms_[i]) bytes += bytes_of(term);
    terms_charge_->set(bytes);
  }
  execution->state().check();
  window_ = bytes < kWindowBytes ? std::min(2 * window_, Batch::kCapacity)
                                 : std::max<std::size_t>(1, window_ / 8);
}

bool QueryResult::Impl::next(Row& row) {
  if (rows_left == 0) return false;
  if (at_ == batch_.size() && !load_batch()) {
    rows_left = 0;
    return false;
  }
  if (at_ == first_ + loaded_) load_terms();
  std::vector<std::optional<Term>> values(batch_.width());
  for (std::size_t i = 0; i < batch_.width(); ++i) {
    if (batch_.column(i)[at_]) values[i] = std::move(terms_[i][at_ - first_]);
  }
  row = Row(variables, std::move(values));
  ++at_;
  --rows_left;
  return true;
}

bool QueryResult::Impl::next(Quad& triple) {
  std::array<TermId, 3> ids;
  if (rows_left == 0 || !triples->next(ids)) return false;
  --rows_left;
  std::array<Term, 3> terms;
  execution->terms().terms(ids, terms);
  triple = {std::move(terms[0]), std::move(terms[1]), std::move(terms[2]), std::nullopt};
  return true;
}

QueryResult::QueryResult(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
QueryResult::QueryResult(QueryResult&&) noexcept = default;
QueryResult& QueryResult::operator=(QueryResult&&) noexcept = default;
QueryResult::~QueryResult() = default;

QueryResult::Form QueryResult::form() const { return impl_->form; }

const std::vector<std::string>& QueryResult::variables() const { return *impl_->variables; }

bool QueryResult::boolean() const {
  if (impl_->form != Form::ask)
    throw Error(ErrorCode::usage, "only an ASK query has a truth value");
  return impl_->answer;
}

bool QueryResult::next(Row& row) {
  if (impl_->form != Form::select) throw Error(ErrorCode::usage, "only a SELECT query has rows");
  return impl_->next(row);
}

bool QueryResult::next(Quad& triple) {
  if (!impl_->triples)
    throw Error(ErrorCode::usage, "only CONSTRUCT and DESCRIBE queries have triples");
  return impl_->next(triple);
}

const std::vector<std::pair<std::string, std::string>>& QueryResult::prefixes() const {
  return impl_->prefixes;
}

std::string QueryResult::plan() const { return impl_->execution->plan_text(impl_->prefixes); }

std::chrono::duration<double, std::milli> QueryResult::planning_time() const {
  return impl_->planning_time;
}

QueryResult::Iterator QueryResult::begin() { return Iterator(this); }

namespace {

/// Everything but the first row.
std::unique_ptr<QueryResult::Impl> prepare(std::shared_ptr<const storage::QuadSource> source,
                                           std::string_view text, const QueryOptions& options,
                                           const plan::PassSwitches& passes) {
  const auto start = std::chrono::steady_clock::now();
  const ast::Query query = parse_query(text, parser_options(options));
  algebra::Translation translation = algebra::translate(query, options.parameters);
  check_functions(translation.root, text);
  auto impl = std::make_unique<QueryResult::Impl>();
  impl->source = std::move(source);
  impl->prefixes = all_prefixes(query.prefixes, options);
  impl->rows_left = options.row_limit.value_or(std::numeric_limits<std::uint64_t>::max());
  plan::PlanOptions plan_options;
  plan_options.default_graph = options.default_graph;
  plan_options.dataset = query.dataset;
  plan_options.passes = passes;
  QueryOptions query_options = options;
  query_options.base = query.base.empty() ? options.base : query.base;

  using Form = QueryResult::Form;
  impl->form = std::visit(Overloaded{
                              [](const ast::SelectQuery&) { return Form::select; },
                              [](const ast::AskQuery&) { return Form::ask; },
                              [](const ast::ConstructQuery&) { return Form::construct; },
                              [](const ast::DescribeQuery&) { return Form::describe; },
                          },
                          query.form);
  const bool is_select = impl->form == Form::select;
  impl->variables = std::make_shared<const std::vector<std::string>>(
      is_select ? std::move(translation.names) : std::vector<std::string>{});
  impl->execution = std::make_unique<Execution>(
      *impl->source, query_options, plan_options, std::move(translation.root),
      std::move(translation.variables), translation.columns);
  if (impl->form == Form::construct)
    impl->triples = make_construct(*impl->execution, std::move(translation.construct_template));
  if (impl->form == Form::describe)
    impl->triples = make_describe(*impl->execution, std::move(translation.targets));
  impl->planning_time = std::chrono::steady_clock::now() - start;
  return impl;
}

}  // namespace

QueryResult start_query(std::shared_ptr<const storage::QuadSource> source, std::string_view text,
                        const QueryOptions& options, const plan::PassSwitches& passes) {
  std::unique_ptr<QueryResult::Impl> impl = prepare(std::move(source), text, options, passes);
  if (impl->form == QueryResult::Form::ask) {
    Batch batch = impl->execution->make_batch();
    impl->answer = impl->execution->next(batch);
  }
  return QueryResult(std::move(impl));
}

std::string plan_of_query(std::shared_ptr<const storage::QuadSource> source, std::string_view text,
                          const QueryOptions& options) {
  const auto prepared = prepare(std::move(source), text, options, {});
  return prepared->execution->plan_text(prepared->prefixes);
}

}  // namespace dossier
