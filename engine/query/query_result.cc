// SPDX-License-Identifier: Apache-2.0
#include "engine/query/query_result.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "engine/runtime/term_bytes.h"

namespace dossier {

namespace {

/// Rows' terms are looked up together while they stay below this.
constexpr std::size_t kWindowBytes = std::size_t{4} << 20;

}  // namespace

bool QueryResult::Impl::load_batch() {
  if (!has_batch_) batch_ = execution->make_batch();
  has_batch_ = true;
  if (!execution->next(batch_)) return false;
  at_ = first_ = loaded_ = 0;
  return true;
}

void QueryResult::Impl::load_terms() {
  if (!terms_charge_) terms_charge_.emplace(execution->state().memory());
  terms_charge_->clear();
  terms_.resize(batch_.width());
  first_ = at_;
  loaded_ = std::min(window_, batch_.size() - at_);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < batch_.width(); ++i) {
    execution->state().check();
    terms_[i].resize(loaded_);
    loaded_ = execution->terms().some_terms({batch_.column(i) + first_, loaded_}, terms_[i],
                                            kWindowBytes);
    terms_[i].resize(loaded_);
    bytes += loaded_ * sizeof(Term);
    for (const Term& term : terms_[i]) bytes += heap_bytes(term);
    terms_charge_->set(bytes);
  }
  window_ = bytes < kWindowBytes ? std::min(2 * window_, Batch::kCapacity)
                                 : std::max<std::size_t>(1, window_ / 8);
}

bool QueryResult::Impl::next(Row& row) {
  if (rows_left == 0) return false;
  if (at_ == batch_.size() && !load_batch()) {
    rows_left = 0;
    return false;
  }
  if (at_ == first_ + loaded_) {
    row = Row();  // the caller's copy of the row before, which is charged no longer
    load_terms();
  }
  std::vector<std::optional<Term>> values(batch_.width());
  for (std::size_t i = 0; i < batch_.width(); ++i) {
    if (batch_.column(i)[at_]) values[i] = std::move(terms_[i][at_ - first_]);
  }
  row = Row(compiled->names, std::move(values));
  ++at_;
  --rows_left;
  return true;
}

std::size_t QueryResult::Impl::next(std::vector<std::vector<TermId>>& columns, std::size_t most) {
  most = static_cast<std::size_t>(std::min<std::uint64_t>(most, rows_left));
  if (most == 0) return 0;
  if (at_ == batch_.size() && !load_batch()) {
    rows_left = 0;
    return 0;
  }
  const std::size_t count = std::min(most, batch_.size() - at_);
  columns.resize(batch_.width());
  for (std::size_t i = 0; i < batch_.width(); ++i)
    columns[i].insert(columns[i].end(), batch_.column(i) + at_, batch_.column(i) + at_ + count);
  at_ += count;
  first_ = at_;
  loaded_ = 0;
  rows_left -= count;
  return count;
}

bool QueryResult::Impl::next(Quad& triple) {
  std::array<TermId, 3> ids;
  if (rows_left == 0 || !triples->next(ids)) return false;
  --rows_left;
  if (!terms_charge_) terms_charge_.emplace(execution->state().memory());
  std::exchange(triple, Quad());  // the one before goes; an assigned string would keep its memory
  terms_charge_->clear();
  std::array<Term, 3> terms;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < ids.size();) {
    const std::span<Term> rest = std::span(terms).subspan(i);
    const std::size_t some =
        execution->terms().some_terms(std::span(ids).subspan(i), rest, kWindowBytes);
    for (const Term& term : rest.first(some)) bytes += heap_bytes(term);
    terms_charge_->set(bytes);
    i += some;
  }
  execution->state().work(bytes);
  triple = {std::move(terms[0]), std::move(terms[1]), std::move(terms[2]), std::nullopt};
  return true;
}

namespace {

using Clock = std::chrono::steady_clock;

/// Everything but the first row.
std::unique_ptr<QueryResult::Impl> make_impl(std::shared_ptr<const storage::QuadSource> source,
                                             std::shared_ptr<const QueryTemplate> text,
                                             std::shared_ptr<const CompiledQuery> compiled,
                                             const QueryOptions& options,
                                             const Parameters& parameters,
                                             std::shared_ptr<Limits> limits,
                                             std::shared_ptr<HelperThreads> helpers = nullptr) {
  auto impl = std::make_unique<QueryResult::Impl>();
  impl->source = std::move(source);
  impl->rows_left = options.row_limit.value_or(std::numeric_limits<std::uint64_t>::max());
  const RunInput input{options,          text->base(),
                       compiled->custom, placeholder_values(*compiled, parameters),
                       text->bytes(),    std::move(helpers)};
  impl->execution =
      std::make_unique<Execution>(*impl->source, input, compiled->plan, std::move(limits));
  if (text->form() == QueryResult::Form::construct)
    impl->triples = make_construct(*impl->execution, compiled->construct_template);
  if (text->form() == QueryResult::Form::describe)
    impl->triples = make_describe(*impl->execution, compiled->targets);
  impl->text = std::move(text);
  impl->compiled = std::move(compiled);
  return impl;
}

QueryResult started(std::unique_ptr<QueryResult::Impl> impl, Clock::time_point start) {
  impl->planning_time = Clock::now() - start;
  if (impl->text->form() == QueryResult::Form::ask) {
    Batch batch = impl->execution->make_batch();
    impl->answer = impl->execution->next(batch);
  }
  return QueryResult(std::move(impl));
}

}  // namespace

QueryResult run_template(std::shared_ptr<const storage::QuadSource> source,
                         const std::shared_ptr<QueryTemplate>& text, const QueryOptions& options,
                         const Parameters& parameters, const functions::CustomTablePtr& custom,
                         std::shared_ptr<Limits> limits, std::shared_ptr<HelperThreads> helpers) {
  const auto start = Clock::now();
  auto compiled = text->compiled(*source, options, parameters, custom, limits);
  return started(make_impl(std::move(source), text, std::move(compiled), options, parameters,
                           std::move(limits), std::move(helpers)),
                 start);
}

QueryResult start_query(std::shared_ptr<const storage::QuadSource> source, std::string_view text,
                        const QueryOptions& options, const plan::PassSwitches& passes,
                        const functions::CustomTablePtr& custom) {
  const auto start = Clock::now();
  auto limits = std::make_shared<Limits>(options);
  const auto parsed = std::make_shared<const QueryTemplate>(text, options, custom, *limits);
  auto compiled = parsed->compile(*source, options, options.parameters, custom, limits, passes);
  return started(make_impl(std::move(source), parsed, std::move(compiled), options,
                           options.parameters, std::move(limits)),
                 start);
}

std::string plan_of_query(std::shared_ptr<const storage::QuadSource> source, std::string_view text,
                          const QueryOptions& options, const functions::CustomTablePtr& custom) {
  auto limits = std::make_shared<Limits>(options);
  const auto parsed = std::make_shared<const QueryTemplate>(text, options, custom, *limits);
  auto compiled = parsed->compile(*source, options, options.parameters, custom, limits);
  const auto impl = make_impl(std::move(source), parsed, std::move(compiled), options,
                              options.parameters, std::move(limits));
  return impl->execution->plan_text(parsed->prefixes());
}

}  // namespace dossier
