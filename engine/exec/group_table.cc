// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/group_table.h"

#include <algorithm>

#include "engine/exec/row_classes.h"

namespace dossier {

GroupTable::GroupTable(QueryState& state, const plan::Aggregate& aggregate, std::size_t width,
                       const AggregateArguments& arguments)
    : state_(state),
      aggregate_(aggregate),
      arguments_(arguments),
      groups_(aggregate.keys.size(), state.memory()),
      whole_rows_(width, state.memory()),
      row_(std::max(aggregate.keys.size(), width)),
      group_count_(aggregate.keys.empty() ? 1 : 0) {
  for (const algebra::Aggregation& aggregation : aggregate_.aggregations)
    aggregators_.push_back(
        make_aggregator(aggregation.aggregate, state.expressions(), state.memory()));
  for (auto& aggregator : aggregators_) aggregator->resize(group_count_);
}

void GroupTable::number_groups(const Batch& batch) {
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
  count_groups();
}

void GroupTable::count_groups() {
  if (groups_.size() <= group_count_) return;
  group_count_ = groups_.size();
  for (auto& aggregator : aggregators_) aggregator->resize(group_count_);
}

void GroupTable::number_rows(const Batch& batch) {
  for (std::size_t row = 0; row < batch.size(); ++row) {
    for (std::size_t i = 0; i < batch.width(); ++i) row_[i] = batch.column(i)[row];
    values_[row] = {TermId::Kind::integer, whole_rows_.insert(row_.data()).first};
  }
}

// A chain of many of them has few rows in each: batches that never come take no room.
void GroupTable::add(const Batch& batch) {
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

void GroupTable::merge(const GroupTable& other, std::size_t piece, std::size_t pieces,
                       const TranslateId& translate) {
  std::vector<std::uint32_t> to(other.group_count_,
                                aggregate_.keys.empty() && piece == 0 ? 0 : Aggregator::kNoGroup);
  for (std::size_t group = 0; group < other.groups_.size(); ++group) {
    if (pieces > 1 && class_of(other.groups_.hash(group), pieces) != piece) continue;
    state_.work(4);
    const TermId* keys = other.groups_[group];
    for (std::size_t i = 0; i < aggregate_.keys.size(); ++i)
      row_[i] = translate ? translate(keys[i]) : keys[i];
    to[group] = groups_.insert(row_.data()).first;
  }
  count_groups();
  for (std::size_t i = 0; i < aggregators_.size(); ++i)
    aggregators_[i]->merge(*other.aggregators_[i], to, translate);
}

void GroupTable::write(Batch& out, std::size_t first, std::size_t count) {
  const auto fill = [&](Slot slot, auto value) {
    TermId* column = out.find(slot);
    if (column == nullptr) return;
    for (std::size_t row = 0; row < count; ++row)
      column[row] = value(static_cast<std::uint32_t>(first + row));
  };
  for (std::size_t i = 0; i < aggregate_.keys.size(); ++i)
    fill(aggregate_.keys[i], [&](std::uint32_t group) { return groups_[group][i]; });
  for (std::size_t i = 0; i < aggregators_.size(); ++i)
    fill(aggregate_.aggregations[i].result,
         [&](std::uint32_t group) { return aggregators_[i]->result(group); });
}

}  // namespace dossier
