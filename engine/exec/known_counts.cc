// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/known_counts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/plan/pattern.h"
#include "model/inline_codec.h"

namespace dossier {
namespace {

/// A look-up of a count takes as long as reading so many rows.
constexpr std::uint64_t kRowsPerLookUp = 512;

std::array<plan::Item*, 3> places(plan::QuadPattern& pattern) {
  return {&pattern.subject, &pattern.predicate, &pattern.object};
}

bool has_slot(plan::QuadPattern pattern, Slot slot) {
  const auto all = places(pattern);
  return std::any_of(all.begin(), all.end(), [&](const plan::Item* item) {
    return std::holds_alternative<Slot>(*item) && std::get<Slot>(*item) == slot;
  });
}

plan::QuadPattern with_term(plan::QuadPattern pattern, Slot slot, TermId id) {
  for (plan::Item* item : places(pattern)) {
    if (std::holds_alternative<Slot>(*item) && std::get<Slot>(*item) == slot) *item = id;
  }
  return pattern;
}

/// The pattern that is all a node reads; none when it is not one.
const plan::Scan* only_scan(const plan::Node& node) {
  const auto* scan = std::get_if<plan::Scan>(&node.op);
  if (scan != nullptr) return scan->ranges || scan->pattern.graph.variable ? nullptr : scan;
  const bool passes_on = std::holds_alternative<plan::Project>(node.op) ||
                         std::holds_alternative<plan::Parallel>(node.op);
  if (!passes_on) return nullptr;
  return only_scan(*node.children[0]);
}

std::optional<CountQuestion::Count> count_of(const algebra::Aggregation& aggregation,
                                             const plan::QuadPattern& pattern,
                                             const VariableTable& variables) {
  const ast::Aggregate& aggregate = aggregation.aggregate;
  if (aggregate.function != ast::AggregateFunction::count) return std::nullopt;
  CountQuestion::Count count{aggregation.result, std::nullopt};
  if (!aggregate.argument) return aggregate.distinct ? std::nullopt : std::optional(count);
  const auto* variable = std::get_if<ast::Variable>(&(*aggregate.argument)->node);
  const auto slot = variable != nullptr ? variables.find(variable->name) : std::nullopt;
  if (!slot || !has_slot(pattern, *slot)) return std::nullopt;
  if (aggregate.distinct) count.different = slot;
  return count;
}

}  // namespace

std::optional<CountQuestion> count_question(const plan::Node& node, const plan::Aggregate& op,
                                            const VariableTable& variables) {
  const plan::Scan* const scan = only_scan(*node.children[0]);
  if (scan == nullptr || op.keys.size() > 1 || op.aggregations.empty()) return std::nullopt;
  CountQuestion question{scan->pattern, std::nullopt, {}};
  if (!op.keys.empty()) question.key = op.keys[0];
  if (question.key && !has_slot(scan->pattern, *question.key)) return std::nullopt;
  for (const algebra::Aggregation& aggregation : op.aggregations) {
    const auto count = count_of(aggregation, scan->pattern, variables);
    if (!count || (question.key && count->different)) return std::nullopt;
    question.counts.push_back(*count);
  }
  return question;
}

OperatorPtr with_known_counts(QueryState& state, const plan::Node& node, const plan::Aggregate& op,
                              const VariableTable& variables, const PlanConstants& constants,
                              OperatorPtr reading) {
  std::optional<CountQuestion> question = count_question(node, op, variables);
  if (!question) return reading;
  question->pattern = constants.bound(question->pattern);
  return make_flat<KnownCountsOperator>(state, *std::move(question), std::move(reading));
}

KnownCountsOperator::KnownCountsOperator(QueryState& state, CountQuestion question,
                                         OperatorPtr otherwise)
    : Operator(state, otherwise->layout()),
      question_(std::move(question)),
      otherwise_(std::move(otherwise)),
      charge_(state.memory()) {}

void KnownCountsOperator::do_open() {
  rows_.clear();
  at_ = 0;
  known_ = question_.key ? answer_by_key() : answer();
  if (known_) return;
  rows_.clear();
  charge_.clear();
  otherwise_->open();
}

void KnownCountsOperator::do_close() {
  otherwise_->close();
  rows_ = {};
  charge_.clear();
}

/// The scan that has the pattern's constants in front, then `next`; none when it would have to
/// compare rows.
std::optional<storage::ScanRequest> KnownCountsOperator::request_for(
    const plan::QuadPattern& pattern, std::optional<Slot> next) const {
  const auto permutation = plan::permutation_for(pattern, next);
  if (!permutation) return std::nullopt;
  const PatternColumns columns(pattern, *permutation);
  const bool compares =
      !columns.equal.empty() || std::any_of(columns.residual.begin(), columns.residual.end(),
                                            [](TermId id) { return static_cast<bool>(id); });
  if (compares || columns.impossible) return std::nullopt;
  return columns.request;
}

std::optional<TermId> KnownCountsOperator::count(const CountQuestion::Count& count,
                                                 std::optional<TermId> key) {
  const plan::QuadPattern pattern =
      key ? with_term(question_.pattern, *question_.key, *key) : question_.pattern;
  const auto request = request_for(pattern, count.different);
  if (!request) return std::nullopt;
  const storage::QuadSource& source = state().source();
  const auto known =
      count.different ? source.exact_distinct(*request) : source.exact_count(*request);
  if (!known) return std::nullopt;
  const TermId id = inline_codec::encode_integer(static_cast<std::int64_t>(*known));
  return id ? std::optional(id) : std::nullopt;
}

bool KnownCountsOperator::answer() {
  Row row;
  for (const CountQuestion::Count& each : question_.counts) {
    const auto known = count(each, std::nullopt);
    if (!known) return false;
    row.push_back(*known);
  }
  rows_.push_back(std::move(row));
  return true;
}

// The different keys are found by seeking from one to the next.
bool KnownCountsOperator::answer_by_key() {
  const auto request = request_for(question_.pattern, question_.key);
  if (!request) return false;
  const auto all = state().source().exact_count(*request);
  const auto keys = state().source().exact_distinct(*request);
  if (!all || !keys || *keys * kRowsPerLookUp > *all) return false;
  charge_.add(*keys * (sizeof(Row) + (question_.counts.size() + 1) * sizeof(TermId)));
  const std::unique_ptr<storage::Scan> scan = state().source().scan(*request);
  std::array<TermId*, 4> columns{};
  TermId key;
  const Position position = storage::column_order(request->permutation)[request->prefix_length];
  columns[static_cast<std::size_t>(position)] = &key;
  for (; scan->next(columns, 1) == 1; scan->seek(TermId{key.bits() + 1})) {
    state().work(kRowsPerLookUp);
    Row& row = rows_.emplace_back(1, key);
    for (const CountQuestion::Count& each : question_.counts) {
      const auto known = count(each, key);
      if (!known) return false;
      row.push_back(*known);
    }
  }
  return true;
}

bool KnownCountsOperator::do_next(Batch& out) {
  if (!known_) return otherwise_->next(out);
  const std::size_t count = std::min(rows_.size() - at_, out.capacity());
  const std::size_t first = question_.key ? 1 : 0;
  const auto write = [&](Slot slot, std::size_t part) {
    TermId* const column = out.find(slot);
    for (std::size_t row = 0; column != nullptr && row < count; ++row)
      column[row] = rows_[at_ + row][part];
  };
  if (question_.key) write(*question_.key, 0);
  for (std::size_t i = 0; i < question_.counts.size(); ++i)
    write(question_.counts[i].result, first + i);
  at_ += count;
  out.resize(count);
  return count != 0;
}

}  // namespace dossier
