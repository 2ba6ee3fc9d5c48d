// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/bind_join.h"

#include <algorithm>

namespace dossier {

BindJoinOperator::BindJoinOperator(QueryState& state, Layout layout, const plan::BindJoin& join,
                                   OperatorPtr outer, OperatorPtr inner,
                                   std::shared_ptr<SeedRows> seeds, std::size_t first_chunk)
    : Operator(state, std::move(layout)),
      outer_(std::move(outer)),
      inner_(std::move(inner)),
      seeds_(std::move(seeds)),
      optional_(join.optional),
      row_column_(column_of(inner_->layout(), join.row)),
      outer_batch_(outer_->layout()),
      inner_batch_(inner_->layout()),
      first_chunk_(first_chunk) {
  const ColumnFinder in_inner(inner_->layout());
  const ColumnFinder in_outer(outer_->layout());
  for (Slot slot : this->layout()) {
    from_inner_.push_back(in_inner(slot));
    from_outer_.push_back(in_outer(slot));
  }
}

void BindJoinOperator::do_open() {
  outer_->open();
  seeds_->rows.reuse();
  matched_.clear();
  chunk_ = first_chunk_;
  inner_open_ = false;
  unmatched_at_ = 0;
}

void BindJoinOperator::do_close() {
  if (inner_open_) inner_->close();
  inner_open_ = false;
  outer_->close();
  seeds_->rows.clear();
}

bool BindJoinOperator::next_chunk() {
  if (!take_seeds(*outer_, outer_batch_, *seeds_, chunk_)) return false;
  chunk_ = std::min(4 * chunk_, kMaxSeeds);
  matched_.assign(seeds_->rows.size(), false);
  unmatched_at_ = 0;
  inner_->open();
  inner_open_ = true;
  return true;
}

void BindJoinOperator::deliver(Batch& out) {
  const TermId* rows = inner_batch_.column(row_column_);
  const std::size_t count = inner_batch_.size();
  out.make_room(count);
  for (std::size_t i = 0; i < out.width(); ++i) {
    TermId* to = out.column(i);
    if (from_inner_[i] != kNoColumn) {
      std::copy_n(inner_batch_.column(from_inner_[i]), count, to);
    } else {
      std::fill_n(to, count, TermId::none());
    }
    if (from_outer_[i] == kNoColumn) continue;
    // A part of the plan on the right may leave out columns of the seed.
    for (std::size_t row = 0; row < count; ++row)
      if (!to[row]) to[row] = seeds_->rows[seed_row(rows[row])][from_outer_[i]];
  }
  out.resize(count);
  if (!optional_) return;
  for (std::size_t row = 0; row < count; ++row) matched_[seed_row(rows[row])] = true;
}

bool BindJoinOperator::deliver_unmatched(Batch& out) {
  std::size_t at = 0;
  for (; unmatched_at_ < matched_.size() && at < out.capacity(); ++unmatched_at_) {
    if (matched_[unmatched_at_]) continue;
    const TermId* values = seeds_->rows[unmatched_at_];
    for (std::size_t i = 0; i < out.width(); ++i)
      out.column(i)[at] = from_outer_[i] == kNoColumn ? TermId::none() : values[from_outer_[i]];
    ++at;
  }
  out.resize(at);
  return at != 0;
}

bool BindJoinOperator::do_next(Batch& out) {
  if (inner_open_) {
    if (inner_->next(inner_batch_)) {
      deliver(out);
      return true;
    }
    inner_->close();
    inner_open_ = false;
  }
  if (optional_ && deliver_unmatched(out)) return true;
  return next_chunk();
}

}  // namespace dossier
