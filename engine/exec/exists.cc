// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/exists.h"

#include <algorithm>

#include "model/inline_term.h"

namespace dossier {

TermId boolean_id(bool value) { return *inline_id(Term::boolean(value)); }

ExistsOperator::ExistsOperator(QueryState& state, Layout layout, const plan::Exists& exists,
                               OperatorPtr outer, OperatorPtr inner,
                               std::shared_ptr<SeedRows> seeds, std::size_t first_chunk)
    : Operator(state, std::move(layout)),
      outer_(std::move(outer)),
      inner_(std::move(inner)),
      seeds_(std::move(seeds)),
      exists_(exists),
      row_column_(column_of(inner_->layout(), exists.row)),
      outer_batch_(outer_->layout()),
      inner_batch_(inner_->layout()),
      first_chunk_(first_chunk) {
  const ColumnFinder in_outer(outer_->layout());
  for (Slot slot : this->layout()) from_outer_.push_back(in_outer(slot));
}

void ExistsOperator::do_open() {
  outer_->open();
  seeds_->rows.reuse();
  answers_.clear();
  only_answer_.reset();
  chunk_ = first_chunk_;
  at_ = 0;
}

void ExistsOperator::do_close() {
  outer_->close();
  inner_->close();
  seeds_->rows.clear();
}

bool ExistsOperator::inner_has_rows() {
  inner_->open();
  const bool found = inner_->next(inner_batch_);
  inner_->close();
  return found;
}

void ExistsOperator::answer_chunk() {
  answers_.assign(seeds_->rows.size(), false);
  inner_->open();
  while (inner_->next(inner_batch_)) {
    const TermId* rows = inner_batch_.column(row_column_);
    for (std::size_t i = 0; i < inner_batch_.size(); ++i) answers_[seed_row(rows[i])] = true;
  }
  inner_->close();
}

bool ExistsOperator::next_chunk() {
  if (!take_seeds(*outer_, outer_batch_, *seeds_, chunk_)) return false;
  chunk_ = std::min(4 * chunk_, kMaxSeeds);
  at_ = 0;
  if (exists_.correlated) {
    answer_chunk();
    return true;
  }
  if (!only_answer_) only_answer_ = inner_has_rows();
  answers_.assign(seeds_->rows.size(), *only_answer_);
  return true;
}

bool ExistsOperator::do_next(Batch& out) {
  if (at_ == seeds_->rows.size() && !next_chunk()) return false;
  const TermId yes = boolean_id(true);
  const TermId no = boolean_id(false);
  std::size_t count = 0;
  for (; at_ < seeds_->rows.size() && count < out.capacity(); ++at_) {
    const bool answer = answers_[at_];
    if (exists_.keep && answer != *exists_.keep) continue;
    const TermId* values = seeds_->rows[at_];
    for (std::size_t i = 0; i < from_outer_.size(); ++i)
      out.column(i)[count] =
          from_outer_[i] == kNoColumn ? (answer ? yes : no) : values[from_outer_[i]];
    ++count;
  }
  out.resize(count);
  return true;
}

}  // namespace dossier
