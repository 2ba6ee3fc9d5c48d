// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/hash_join.h"

#include <algorithm>

namespace dossier {

HashJoinOperator::HashJoinOperator(QueryState& state, Layout layout, const plan::HashJoin& join,
                                   OperatorPtr left, std::unique_ptr<BuildInput> input,
                                   std::shared_ptr<BuildSide> build, Layout joined,
                                   std::vector<CompiledExpression> conditions)
    : Operator(state, std::move(layout)),
      left_(std::move(left)),
      build_input_(std::move(input)),
      optional_(join.optional),
      conditions_(std::move(conditions)),
      columns_(joined, left_->layout(), build->layout(), join.keys, join.uncertain),
      build_(std::move(build)),
      input_(left_->layout()),
      candidates_(std::move(joined)),
      candidates_charge_(state.memory()),
      partners_charge_(state.memory()) {}

void HashJoinOperator::do_open() {
  if (build_input_) build_input_->read(*build_, columns_);
  left_->open();
  input_.clear();
  runs_.clear();
  run_ = unmatched_at_ = 0;
  if (!counts_) return;
  partners_charge_.set(build_->size() * sizeof(std::uint32_t));
  partners_.assign(build_->size(), 0);
}

void HashJoinOperator::do_close() {
  left_->close();
  partners_ = {};
  partners_charge_.clear();
  if (!build_input_) return;
  build_->clear();
  build_input_->close();
}

bool HashJoinOperator::next_input() {
  if (build_->size() == 0 && !optional_) return false;
  runs_.clear();
  run_ = unmatched_at_ = 0;
  if (!left_->next(input_)) {
    input_.clear();
    return false;
  }
  matched_.assign(input_.size(), false);
  find_runs();
  if (!runs_.empty()) start_run();
  return true;
}

// First for all runs the places of their buckets, then the rows there: what one run waits for does
// not hold up the others.
void HashJoinOperator::find_runs() {
  columns_.find_runs(input_, run_begins_);
  runs_.resize(run_begins_.size() - 1);
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const std::uint32_t begin = run_begins_[i];
    runs_[i] = {begin, run_begins_[i + 1], build_->candidates(columns_, input_, begin)};
  }
  state().work(runs_.size());
  if (columns_.keys.size() == 1) {
    const TermId* const left = input_.column(columns_.keys.front().left);
    const std::size_t right = columns_.keys.front().right;
    keep_runs([&](std::uint32_t row, const TermId* found) { return left[row] == found[right]; });
  } else {
    keep_runs([&](std::uint32_t row, const TermId* found) {
      return columns_.equal_keys(input_, row, found);
    });
  }
}

// Those that find a row, from the first one on whose keys are equal.
template <typename Equal>
void HashJoinOperator::keep_runs(Equal equal) {
  constexpr std::size_t kAhead = 8;
  const BuildSide& build = *build_;
  std::size_t kept = 0;
  std::size_t skipped = 0;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (i + kAhead < runs_.size()) build.prefetch(runs_[i + kAhead].found.own);
    Run run = runs_[i];
    auto& [own, unbound] = run.found;
    const std::uint32_t begin = own.begin;
    while (own.begin != own.end && !equal(run.begin, build[own.begin])) ++own.begin;
    skipped += own.begin - begin;
    if (own.begin != own.end || unbound.begin != unbound.end) runs_[kept++] = run;
  }
  runs_.resize(kept);
  state().work(skipped);
}

void HashJoinOperator::start_run() {
  row_ = runs_[run_].begin;
  rest_ = runs_[run_].found;
}

void HashJoinOperator::next_row() {
  if (++row_ < runs_[run_].end)
    rest_ = runs_[run_].found;
  else if (++run_ < runs_.size())
    start_run();
}

// Finds rows that agree in the variables of both sides, up to `most`.
bool HashJoinOperator::pair_up(std::size_t most) {
  left_rows_.clear();
  right_rows_.clear();
  for (; run_ < runs_.size(); next_row())
    if (!pair_up(rest_.own, most) || !pair_up(rest_.unbound, most)) return true;
  return !left_rows_.empty();
}

// False when there are more than `most`.
bool HashJoinOperator::pair_up(BuildSide::Found& found, std::size_t most) {
  state().work(found.end - found.begin);  // of one row it may be all rows on the right
  for (; found.begin != found.end; ++found.begin) {
    const TermId* right = (*build_)[found.begin];
    const bool is_known = found.begin == runs_[run_].found.own.begin;
    if (!is_known && !columns_.equal_keys(input_, row_, right)) continue;
    if (!columns_.compatible(input_, row_, right)) continue;
    if (left_rows_.size() == most) return false;
    left_rows_.push_back(static_cast<std::uint32_t>(row_));
    right_rows_.push_back(right);
  }
  return true;
}

bool HashJoinOperator::join(Batch& out) {
  if (!pair_up(out.capacity())) return false;
  columns_.write(out, input_, left_rows_, right_rows_);
  out.resize(left_rows_.size());
  note_matched();
  return true;
}

// The output's columns come first among the candidates'.
bool HashJoinOperator::join_where(Batch& out) {
  if (candidates_full_) candidates_.grow();
  candidates_charge_.set(candidates_.bytes());
  if (!pair_up(candidates_.capacity())) return false;
  columns_.write(candidates_, input_, left_rows_, right_rows_);
  candidates_.resize(left_rows_.size());
  candidates_full_ = candidates_.full();
  for (const CompiledExpression& condition : conditions_) {
    condition.select(candidates_, kept_);
    for (std::size_t i = 0; i < kept_.size(); ++i) left_rows_[i] = left_rows_[kept_[i]];
    left_rows_.resize(kept_.size());
    candidates_.select(kept_);
  }
  note_matched();
  out.make_room(candidates_.size());
  for (std::size_t i = 0; i < out.width(); ++i)
    std::copy_n(candidates_.column(i), candidates_.size(), out.column(i));
  out.resize(candidates_.size());
  return true;
}

void HashJoinOperator::note_matched() {
  if (!optional_) return;
  for (std::uint32_t row : left_rows_) matched_[row] = true;
}

bool HashJoinOperator::deliver_unmatched(Batch& out) {
  out.make_room(input_.size());
  std::size_t at = 0;
  for (; unmatched_at_ < input_.size(); ++unmatched_at_) {
    if (matched_[unmatched_at_]) continue;
    for (std::size_t i = 0; i < out.width(); ++i) {
      const std::size_t from = columns_.sources[i].left;
      out.column(i)[at] = from == kNoColumn ? TermId::none() : input_.column(from)[unmatched_at_];
    }
    ++at;
  }
  out.resize(at);
  return at != 0;
}

// Found once for all rows of the left that have the same keys.
std::size_t HashJoinOperator::partners_of(const Run& run) {
  const BuildSide::Found found = run.found.own;
  std::uint32_t& known = partners_[found.begin];
  if (known != 0) return known;
  state().work(found.end - found.begin);
  for (std::uint32_t place = found.begin; place != found.end; ++place)
    known += columns_.equal_keys(input_, run.begin, (*build_)[place]) ? 1 : 0;
  return known;
}

bool HashJoinOperator::count(Batch& out) {
  if (!next_input()) return false;
  std::size_t matched = 0;
  std::size_t found = 0;
  for (const Run& run : runs_) {
    matched += run.end - run.begin;
    found += (run.end - run.begin) * partners_of(run);
  }
  out.resize(found + (optional_ ? input_.size() - matched : 0));
  return true;
}

bool HashJoinOperator::do_next(Batch& out) {
  if (counts_) return count(out);
  if (run_ < runs_.size() && (conditions_.empty() ? join(out) : join_where(out))) return true;
  if (optional_ && unmatched_at_ < input_.size() && deliver_unmatched(out)) return true;
  return next_input();
}

}  // namespace dossier
