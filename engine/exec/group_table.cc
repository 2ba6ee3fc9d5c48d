// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/group_table.h"

#include <algorithm>
#include <utility>

#include "engine/exec/row_classes.h"
#include "engine/functions/row_times.h"

namespace dossier {

bool counts_rows_only(const plan::Aggregate& aggregate) {
  return std::all_of(aggregate.aggregations.begin(), aggregate.aggregations.end(),
                     [](const auto& one) { return is_count_of_rows(one.aggregate); });
}

GroupTable::GroupTable(QueryState& state, const plan::Aggregate& aggregate, std::size_t width,
                       const AggregateArguments& arguments)
    : state_(state),
      aggregate_(aggregate),
      arguments_(arguments),
      groups_(aggregate.keys.size(), state.memory()),
      whole_rows_(width, state.memory()),
      row_(std::max(aggregate.keys.size(), width)),
      counts_only_(aggregate.times.empty() && counts_rows_only(aggregate)),
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
  keys_.clear();
  for (Slot key : aggregate_.keys) keys_.push_back(batch.find(key));
  std::uint32_t group = 0;
  for (std::size_t row = 0; row < batch.size(); ++row) {
    if (row == 0 || !is_run(row)) group = number_of_run(row);
    group_of_[row] = group;
  }
  count_groups();
}

// Rows with equal keys, one behind the other, are counted at once.
void GroupTable::count_runs(const Batch& batch) {
  const auto count = [this](std::uint32_t group, std::size_t rows) {
    count_groups();
    for (auto& aggregator : aggregators_) aggregator->add_rows(group, rows);
  };
  if (aggregate_.keys.empty()) return count(0, batch.size());
  keys_.clear();
  for (Slot key : aggregate_.keys) keys_.push_back(batch.find(key));
  const TermId* const only = keys_.size() == 1 ? keys_.front() : nullptr;
  for (std::size_t begin = 0, end = 0; begin < batch.size(); begin = end) {
    end = begin + 1;
    if (only != nullptr)
      while (end < batch.size() && only[end] == only[begin]) ++end;
    else
      while (end < batch.size() && is_run(end)) ++end;
    count(number_of_run(begin), end - begin);
  }
}

// Whether the row's keys are those of the row before.
bool GroupTable::is_run(std::size_t row) const {
  return std::all_of(keys_.begin(), keys_.end(), [row](const TermId* column) {
    return column == nullptr || column[row] == column[row - 1];
  });
}

std::uint32_t GroupTable::number_of_run(std::size_t row) {
  for (std::size_t i = 0; i < keys_.size(); ++i)
    row_[i] = keys_[i] == nullptr ? TermId::none() : keys_[i][row];
  if (!aggregate_.in_runs) return groups_.insert(row_.data()).first;
  const std::size_t last = groups_.size() - 1;
  const bool goes_on = !std::exchange(run_ended_, false) &&
                       std::equal(row_.data(), row_.data() + keys_.size(), groups_[last]);
  return goes_on ? static_cast<std::uint32_t>(last) : groups_.append(row_.data());
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
  if (counts_only_) return count_runs(batch);
  if (values_.size() < batch.size()) {
    group_of_.resize(batch.size());
    values_.resize(batch.size());
  }
  number_groups(batch);
  if (!aggregate_.times.empty()) row_times(batch, aggregate_.times, times_);
  for (std::size_t i = 0; i < aggregators_.size(); ++i) {
    if (arguments_[i])
      arguments_[i]->evaluate(batch, {values_.data(), batch.size()});
    else if (aggregate_.aggregations[i].aggregate.distinct)
      number_rows(batch);
    else
      std::fill_n(values_.begin(), batch.size(), TermId::none());
    add_values(i, batch.size());
  }
}

void GroupTable::add_values(std::size_t aggregation, std::size_t rows) {
  const std::span<const TermId> values(values_.data(), rows);
  const std::span<const std::uint32_t> groups(group_of_.data(), rows);
  if (aggregate_.times.empty())
    aggregators_[aggregation]->add(values, groups);
  else
    aggregators_[aggregation]->add_times(values, groups, times_);
}

void GroupTable::merge(const GroupTable& other, std::size_t piece, std::size_t pieces,
                       const TranslateId& translate) {
  std::vector<std::uint32_t> to(other.group_count_,
                                aggregate_.keys.empty() && piece == 0 ? 0 : Aggregator::kNoGroup);
  for (std::size_t group = 0; group < other.groups_.size(); ++group) {
    if (pieces > 1 && class_of(other.groups_.hash(group), pieces) != piece) continue;
    merge_group(other, group, translate, to);
  }
  merge_values(other, to, translate);
}

void GroupTable::merge(const GroupTable& other, const std::vector<std::uint32_t>& groups,
                       const TranslateId& translate) {
  std::vector<std::uint32_t> to(other.group_count_, Aggregator::kNoGroup);
  for (const std::uint32_t group : groups) merge_group(other, group, translate, to);
  merge_values(other, to, translate);
}

void GroupTable::merge_group(const GroupTable& other, std::size_t group,
                             const TranslateId& translate, std::vector<std::uint32_t>& to) {
  state_.work(4);
  const TermId* keys = other.groups_[group];
  for (std::size_t i = 0; i < aggregate_.keys.size(); ++i)
    row_[i] = translate ? translate(keys[i]) : keys[i];
  to[group] = groups_.insert(row_.data()).first;
}

void GroupTable::merge_values(const GroupTable& other, const std::vector<std::uint32_t>& to,
                              const TranslateId& translate) {
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
