// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sort.h"

#include <algorithm>

namespace dossier {

SortOperator::SortOperator(QueryState& state, OperatorPtr child, SortConditions conditions,
                           std::optional<std::uint64_t> limit)
    : Operator(state, child->layout()),
      child_(std::move(child)),
      conditions_(std::move(conditions)),
      limit_(limit) {}

void SortOperator::do_open() {
  run_.emplace(state(), layout().size(), conditions_, limit_);
  at_ = 0;
  child_->open();
  Batch batch = child_->make_batch();
  while (child_->next(batch)) run_->add(batch, 0);
  child_->close();
  run_->sort(state().limits());
  run_->forget_values();
}

void SortOperator::do_close() {
  child_->close();
  run_.reset();
}

bool SortOperator::do_next(Batch& out) {
  const std::size_t count = std::min(run_->size() - at_, out.capacity());
  for (std::size_t i = 0; i < out.width(); ++i) {
    TermId* column = out.column(i);
    for (std::size_t row = 0; row < count; ++row) column[row] = (*run_)[at_ + row][i];
  }
  at_ += count;
  out.resize(count);
  return count != 0;
}

ParallelSortOperator::ParallelSortOperator(QueryState& state, Layout layout,
                                           std::unique_ptr<Crew> crew,
                                           std::vector<SortConditions> conditions,
                                           std::optional<std::uint64_t> limit)
    : Operator(state, std::move(layout)),
      crew_(std::move(crew)),
      conditions_(std::move(conditions)),
      limit_(limit) {}

bool ParallelSortOperator::is_plain(std::size_t condition) const {
  TermId::Kind kind = TermId::Kind::none;
  for (const auto& run : runs_) {
    const auto own = run->plain_kind(condition);
    if (!own) return false;
    if (*own == TermId::Kind::none) continue;
    if (kind != TermId::Kind::none && kind != *own) return false;
    kind = *own;
  }
  return true;
}

void ParallelSortOperator::do_open() {
  runs_.clear();
  for (std::size_t i = 0; i < crew_->size(); ++i)
    runs_.push_back(
        std::make_unique<SortedRun>((*crew_)[i].state, layout().size(), conditions_[i], limit_));
  next_.assign(runs_.size(), 0);
  delivered_ = 0;
  crew_->run([this](std::size_t member, std::size_t part, const Batch& batch) {
    runs_[member]->add(batch, part);
  });
  std::vector<bool> by_id;
  for (std::size_t i = 0; i < conditions_[0].size(); ++i) by_id.push_back(is_plain(i));
  crew_->share(runs_.size(), [&](std::size_t member, std::size_t run) {
    runs_[run]->sort(by_id, (*crew_)[member].state.limits());
  });
}

void ParallelSortOperator::do_close() {
  runs_.clear();
  crew_->close();
}

std::optional<std::size_t> ParallelSortOperator::first_run() const {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (next_[i] == runs_[i]->size()) continue;
    if (!first || SortedRun::order(*runs_[i], next_[i], *runs_[*first], next_[*first]) < 0)
      first = i;
  }
  return first;
}

bool ParallelSortOperator::do_next(Batch& out) {
  std::size_t count = 0;
  while (count < out.capacity() && !(limit_ && delivered_ == *limit_)) {
    const auto run = first_run();
    if (!run) break;
    const TermId* row = (*runs_[*run])[next_[*run]++];
    for (std::size_t i = 0; i < out.width(); ++i)
      out.column(i)[count] = row[i].is_local() ? crew_->translate(*run, row[i]) : row[i];
    ++count;
    ++delivered_;
  }
  out.resize(count);
  return count != 0;
}

}  // namespace dossier
