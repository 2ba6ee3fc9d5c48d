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
      chunk_rows_(outer_->layout(), state.memory()),
      exists_(exists),
      by_hash_(state.memory()),
      row_column_(column_of(inner_->layout(), exists.row)),
      outer_batch_(outer_->layout()),
      inner_batch_(inner_->layout()),
      first_chunk_(first_chunk) {
  const ColumnFinder in_outer(outer_->layout());
  for (Slot slot : this->layout()) from_outer_.push_back(in_outer(slot));
  for (Slot slot : exists.shared) shared_.push_back(in_outer(slot));
}

void ExistsOperator::do_open() {
  outer_->open();
  chunk_rows_.rows.reuse();
  answers_.clear();
  only_answer_.reset();
  chunk_ = first_chunk_;
  at_ = 0;
}

void ExistsOperator::do_close() {
  outer_->close();
  inner_->close();
  seeds_->rows.clear();
  chunk_rows_.rows.clear();
  by_hash_.clear();
}

bool ExistsOperator::inner_has_rows() {
  inner_->open();
  const bool found = inner_->next(inner_batch_);
  inner_->close();
  return found;
}

std::uint32_t ExistsOperator::seed_of(const TermId* row) {
  KeyHash hash;
  for (const std::size_t column : shared_) hash.add(row[column]);
  const auto is_same = [&](const TermId* seed) {
    for (std::size_t i = 0; i < shared_.size(); ++i) {
      if (seed[i] != row[shared_[i]]) return false;
    }
    return true;
  };
  for (std::uint32_t seed = by_hash_.first(hash.value()); seed != HashIndex::kEnd;
       seed = by_hash_.next(seed)) {
    if (by_hash_.hash(seed) == hash.value() && is_same(seeds_->rows[seed])) return seed;
  }
  by_hash_.add(hash.value());
  return add_seed(row);
}

std::uint32_t ExistsOperator::add_seed(const TermId* row) {
  TermId* const values = seeds_->rows.add();
  for (std::size_t i = 0; i < shared_.size(); ++i) values[i] = row[shared_[i]];
  return static_cast<std::uint32_t>(seeds_->rows.size() - 1);
}

// Looking for equal rows ends when few were found among the first.
void ExistsOperator::make_seeds() {
  constexpr std::size_t kProbe = 1024;
  seeds_->rows.reuse();
  by_hash_.clear();
  seed_of_.resize(chunk_rows_.rows.size());
  bool repeats = true;
  for (std::size_t row = 0; row < seed_of_.size(); ++row) {
    if (row == kProbe) repeats = seeds_->rows.size() < kProbe / 4 * 3;
    const TermId* const values = chunk_rows_.rows[row];
    seed_of_[row] = repeats ? seed_of(values) : add_seed(values);
  }
}

void ExistsOperator::answer_chunk() {
  make_seeds();
  answers_.assign(seeds_->rows.size(), false);
  inner_->open();
  while (inner_->next(inner_batch_)) {
    const TermId* rows = inner_batch_.column(row_column_);
    for (std::size_t i = 0; i < inner_batch_.size(); ++i) answers_[seed_row(rows[i])] = true;
  }
  inner_->close();
}

bool ExistsOperator::next_chunk() {
  if (!take_seeds(*outer_, outer_batch_, chunk_rows_, chunk_)) return false;
  chunk_ = std::min(4 * chunk_, kMaxSeeds);
  at_ = 0;
  if (exists_.correlated) {
    answer_chunk();
    return true;
  }
  if (!only_answer_) only_answer_ = inner_has_rows();
  answers_.assign(1, *only_answer_);
  seed_of_.assign(chunk_rows_.rows.size(), 0);
  return true;
}

bool ExistsOperator::do_next(Batch& out) {
  if (at_ == chunk_rows_.rows.size() && !next_chunk()) return false;
  const TermId yes = boolean_id(true);
  const TermId no = boolean_id(false);
  std::size_t count = 0;
  for (; at_ < chunk_rows_.rows.size() && count < out.capacity(); ++at_) {
    const bool answer = answers_[seed_of_[at_]];
    if (exists_.keep && answer != *exists_.keep) continue;
    const TermId* values = chunk_rows_.rows[at_];
    for (std::size_t i = 0; i < from_outer_.size(); ++i)
      out.column(i)[count] =
          from_outer_[i] == kNoColumn ? (answer ? yes : no) : values[from_outer_[i]];
    ++count;
  }
  out.resize(count);
  return true;
}

}  // namespace dossier
