// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/semi_join.h"

#include <algorithm>

#include "engine/exec/exists.h"

namespace dossier {

namespace {

/// Fewer are counted with their row.
constexpr std::size_t kManySteps = 16;

}  // namespace

SemiJoinOperator::SemiJoinOperator(QueryState& state, Layout layout, const plan::SemiJoin& join,
                                   OperatorPtr left, std::unique_ptr<BuildInput> input,
                                   std::shared_ptr<BuildSide> build,
                                   std::vector<CompiledExpression> conditions)
    : Operator(state, std::move(layout)),
      left_(std::move(left)),
      build_input_(std::move(input)),
      columns_(left_->layout(), left_->layout(), build->layout(), join.keys, join.uncertain),
      build_(std::move(build)),
      must_share_(join.must_share),
      keep_(join.keep),
      input_(left_->layout()),
      input_charge_(state.memory()) {
  const ColumnFinder in_left(left_->layout());
  for (Slot slot : this->layout()) from_left_.push_back(in_left(slot));
  if (!conditions.empty())
    search_.emplace(state, left_->layout(), *build_, join, std::move(conditions));
}

void SemiJoinOperator::do_open() {
  if (build_input_) build_input_->read(*build_, columns_);
  left_->open();
}

void SemiJoinOperator::do_close() {
  left_->close();
  if (!build_input_) return;
  build_->clear();
  build_input_->close();
}

bool SemiJoinOperator::shares(const Batch& batch, std::size_t row, const TermId* right) const {
  if (!must_share_ || !columns_.keys.empty()) return true;
  return std::any_of(columns_.uncertain.begin(), columns_.uncertain.end(), [&](const auto& pair) {
    return batch.column(pair.left)[row] && right[pair.right];
  });
}

bool SemiJoinOperator::is_partner_among(const Batch& batch, std::size_t row,
                                        BuildSide::Found found) const {
  for (std::uint32_t place = found.begin; place != found.end; ++place) {
    const TermId* right = (*build_)[place];
    if (columns_.equal_keys(batch, row, right) && columns_.compatible(batch, row, right) &&
        shares(batch, row, right))
      return true;
  }
  return false;
}

bool SemiJoinOperator::has_partner(const Batch& batch, std::size_t row,
                                   const BuildSide::Candidates& found) {
  // Of one row it may be all rows on the right.
  const std::size_t steps =
      found.own.end - found.own.begin + found.unbound.end - found.unbound.begin;
  if (steps >= kManySteps) state().work(steps);
  return is_partner_among(batch, row, found.own) || is_partner_among(batch, row, found.unbound);
}

// Rows one behind the other that have the same keys get one look-up, and where nothing but keys
// decides one answer.
void SemiJoinOperator::find_partners(const Batch& batch) {
  if (search_) return search_->find(batch, answers_);
  constexpr std::size_t kAhead = 8;
  columns_.find_runs(batch, run_begins_);
  const std::size_t runs = run_begins_.size() - 1;
  found_.resize(runs);
  for (std::size_t run = 0; run < runs; ++run)
    found_[run] = build_->candidates(columns_, batch, run_begins_[run]);
  answers_.resize(batch.size());
  const bool keys_decide = columns_.uncertain.empty();
  for (std::size_t run = 0; run < runs; ++run) {
    if (run + kAhead < runs) build_->prefetch(found_[run + kAhead].own);
    const std::uint32_t end = run_begins_[run + 1];
    for (std::uint32_t row = run_begins_[run]; row < end; ++row) {
      const bool is_known = keys_decide && row != run_begins_[run];
      answers_[row] =
          is_known ? answers_[row - 1] : (has_partner(batch, row, found_[run]) ? 1U : 0U);
    }
  }
  state().work(batch.size());
}

bool SemiJoinOperator::keep_rows(Batch& out) {
  if (*keep_ && build_->size() == 0) return false;
  if (!left_->next(out)) return false;
  if (build_->size() == 0) return true;
  find_partners(out);
  // Keeps each place and moves on behind those that stay, which needs no branch.
  const std::uint32_t wanted = *keep_ ? 1 : 0;
  kept_.resize(out.size());
  std::size_t kept = 0;
  for (std::uint32_t row = 0; row < out.size(); ++row) {
    kept_[kept] = row;
    kept += answers_[row] == wanted ? 1 : 0;
  }
  kept_.resize(kept);
  out.select(kept_);
  return true;
}

bool SemiJoinOperator::add_answers(Batch& out) {
  if (!left_->next(input_)) return false;
  input_charge_.set(input_.bytes());
  find_partners(input_);
  out.make_room(input_.size());
  const TermId yes = boolean_id(true);
  const TermId no = boolean_id(false);
  for (std::size_t i = 0; i < out.width(); ++i) {
    if (from_left_[i] != kNoColumn) {
      std::copy_n(input_.column(from_left_[i]), input_.size(), out.column(i));
      continue;
    }
    std::transform(answers_.begin(), answers_.end(), out.column(i),
                   [&](std::uint32_t answer) { return answer != 0 ? yes : no; });
  }
  out.resize(input_.size());
  return true;
}

bool SemiJoinOperator::do_next(Batch& out) { return keep_ ? keep_rows(out) : add_answers(out); }

}  // namespace dossier
