// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/sort.h"

#include <algorithm>
#include <memory>

namespace dossier {

SortOperator::SortOperator(QueryState& state, OperatorPtr child, SortConditions conditions,
                           std::optional<std::uint64_t> limit)
    : Operator(state, child->layout()),
      child_(std::move(child)),
      conditions_(std::move(conditions)),
      limit_(limit) {}

void SortOperator::do_open() {
  order_.reset();
  rows_.emplace(state(), layout().size(), conditions_, limit_);
  at_ = 0;
  child_->open();
  Batch batch = child_->make_batch();
  while (child_->next(batch)) rows_->add(batch, 0);
  child_->close();
  rows_->keep_first(state().limits());
  order_.emplace(std::vector<SortRows*>{&*rows_}, state().memory(), limit_);
  order_->make(1, alone(state().limits()));
  rows_->forget_keys();
}

void SortOperator::do_close() {
  child_->close();
  order_.reset();
  rows_.reset();
}

bool SortOperator::do_next(Batch& out) {
  const std::size_t count = std::min(order_->size() - at_, out.capacity());
  for (std::size_t row = 0; row < count; ++row) {
    const TermId* values = (*order_)[at_ + row];
    for (std::size_t i = 0; i < out.width(); ++i) out.column(i)[row] = values[i];
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
      limit_(limit),
      columns_charge_(state.memory()) {}

void ParallelSortOperator::do_open() {
  forget();
  std::vector<SortRows*> runs;
  for (std::size_t i = 0; i < crew_->size(); ++i) {
    rows_.push_back(
        std::make_unique<SortRows>((*crew_)[i].state, layout().size(), conditions_[i], limit_));
    runs.push_back(rows_.back().get());
  }
  crew_->run([this](std::size_t member, std::size_t part, const Batch& batch) {
    rows_[member]->add(batch, part);
  });
  crew_->share(rows_.size(), [this](std::size_t member, std::size_t run) {
    rows_[run]->keep_first((*crew_)[member].state.limits());
  });
  order_.emplace(std::move(runs), state().memory(), limit_);
  order_->make(crew_->size(), crew_->pieces());
  crew_->share(rows_.size(), [this](std::size_t, std::size_t run) { rows_[run]->forget_keys(); });
  size_ = order_->size();
  gather();
}

void ParallelSortOperator::forget() noexcept {
  order_.reset();
  rows_.clear();
  columns_.clear();
  columns_charge_.clear();
  at_ = 0;
}

void ParallelSortOperator::do_close() {
  forget();
  crew_->close();
}

void ParallelSortOperator::gather() {
  constexpr std::size_t kPiece = 4096;
  const std::size_t bytes = size_ * layout().size() * sizeof(TermId);
  if (crew_->made_terms() || size_ < kPiece || bytes > state().memory().left() / 2) return;
  columns_charge_.set(bytes);
  for (std::size_t i = 0; i < layout().size(); ++i)
    columns_.push_back(std::make_unique_for_overwrite<TermId[]>(size_));
  crew_->share((size_ + kPiece - 1) / kPiece, [this](std::size_t, std::size_t piece) {
    const std::size_t end = std::min(size_, (piece + 1) * kPiece);
    for (std::size_t place = piece * kPiece; place < end; ++place) {
      const TermId* values = (*order_)[place];
      for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i][place] = values[i];
    }
  });
  order_.reset();
  rows_.clear();
}

void ParallelSortOperator::deliver_gathered(Batch& out) const {
  for (std::size_t i = 0; i < out.width(); ++i)
    std::copy_n(columns_[i].get() + at_, out.size(), out.column(i));
}

void ParallelSortOperator::deliver_found(Batch& out) {
  for (std::size_t row = 0; row < out.size(); ++row) {
    const TermId* values = (*order_)[at_ + row];
    const std::size_t member = order_->run(at_ + row);
    for (std::size_t i = 0; i < out.width(); ++i)
      out.column(i)[row] = crew_->translate(member, values[i]);
  }
}

bool ParallelSortOperator::do_next(Batch& out) {
  out.resize(std::min(size_ - at_, out.capacity()));
  if (order_)
    deliver_found(out);
  else
    deliver_gathered(out);
  at_ += out.size();
  return !out.empty();
}

}  // namespace dossier
