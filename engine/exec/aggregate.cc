// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/aggregate.h"

#include <algorithm>

namespace dossier {

AggregateOperator::AggregateOperator(QueryState& state, Layout layout,
                                     const plan::Aggregate& aggregate, OperatorPtr child,
                                     std::vector<std::optional<CompiledExpression>> arguments)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      aggregate_(aggregate),
      arguments_(std::move(arguments)),
      groups_(aggregate.keys.size(), state.memory()),
      whole_rows_(child_->layout().size(), state.memory()),
      row_(std::max(aggregate.keys.size(), child_->layout().size())) {}

void AggregateOperator::do_open() {
  groups_.clear();
  whole_rows_.clear();
  aggregators_.clear();
  at_ = 0;
  for (const algebra::Aggregation& aggregation : aggregate_.aggregations)
    aggregators_.push_back(
        make_aggregator(aggregation.aggregate, state().expressions(), state().memory()));
  // Without keys there is one group, even of no rows.
  group_count_ = aggregate_.keys.empty() ? 1 : 0;
  for (auto& aggregator : aggregators_) aggregator->resize(group_count_);
  child_->open();
  Batch batch = child_->make_batch();
  while (child_->next(batch)) add(batch);
  child_->close();
}

void AggregateOperator::do_close() {
  child_->close();
  groups_.clear();
  whole_rows_.clear();
  aggregators_.clear();
}

void AggregateOperator::number_groups(const Batch& batch) {
  if (aggregate_.keys.empty()) {
    std::fill_n(group_of_.begin(), batch.size(), 0U);
    return;
  }
  std::vector<const TermId*> keys;
  for (Slot key : aggregate_.keys) keys.push_back(batch.find(key));
  for (std::size_t row = 0; row < batch.size(); ++row) {
    for (std::size_t i = 0; i < keys.size(); ++i)
      row_[i] = keys[i] == nullptr ? TermId::none() : keys[i][row];
    group_of_[row] = groups_.insert(row_.data()).first;
  }
  if (groups_.size() == group_count_) return;
  group_count_ = groups_.size();
  for (auto& aggregator : aggregators_) aggregator->resize(group_count_);
}

void AggregateOperator::number_rows(const Batch& batch) {
  for (std::size_t row = 0; row < batch.size(); ++row) {
    for (std::size_t i = 0; i < batch.width(); ++i) row_[i] = batch.column(i)[row];
    values_[row] = {TermId::Kind::integer, whole_rows_.insert(row_.data()).first};
  }
}

// A chain of many of them has few rows in each: batches that never come take no room.
void AggregateOperator::add(const Batch& batch) {
  if (values_.size() < batch.size()) {
    group_of_.resize(batch.size());
    values_.resize(batch.size());
  }
  number_groups(batch);
  for (std::size_t i = 0; i < aggregators_.size(); ++i) {
    if (arguments_[i])
      arguments_[i]->evaluate(batch, {values_.data(), batch.size()});
    else if (aggregate_.aggregations[i].aggregate.distinct)
      number_rows(batch);
    else
      std::fill_n(values_.begin(), batch.size(), TermId::none());
    aggregators_[i]->add({values_.data(), batch.size()}, {group_of_.data(), batch.size()});
  }
}

bool AggregateOperator::do_next(Batch& out) {
  const std::size_t count = std::min(group_count_ - at_, out.capacity());
  const auto write = [&](Slot slot, auto value) {
    TermId* column = out.find(slot);
    if (column == nullptr) return;
    for (std::size_t row = 0; row < count; ++row)
      column[row] = value(static_cast<std::uint32_t>(at_ + row));
  };
  for (std::size_t i = 0; i < aggregate_.keys.size(); ++i)
    write(aggregate_.keys[i], [&](std::uint32_t group) { return groups_[group][i]; });
  for (std::size_t i = 0; i < aggregators_.size(); ++i)
    write(aggregate_.aggregations[i].result,
          [&](std::uint32_t group) { return aggregators_[i]->result(group); });
  at_ += count;
  out.resize(count);
  return count != 0;
}

}  // namespace dossier
