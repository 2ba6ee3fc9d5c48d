// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/index_join.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dossier {

namespace {

constexpr std::size_t kFirstRead = 32;

}  // namespace

IndexJoinOperator::IndexJoinOperator(QueryState& state, Layout layout, const plan::IndexJoin& join,
                                     OperatorPtr child)
    : Operator(state, std::move(layout)),
      child_(std::move(child)),
      columns_(join.pattern, join.permutation),
      key_slot_(join.key),
      input_(child_->layout()),
      once_(join.once || join.times) {
  if (join.times) times_column_ = column_of(this->layout(), *join.times);
  const auto order = storage::column_order(join.permutation);
  key_place_ = static_cast<std::size_t>(order[columns_.request.prefix_length]);
  wire(child_->layout());
  const std::size_t behind = columns_.request.prefix_length + 1;
  if (behind == order.size()) return;
  const auto place = static_cast<std::size_t>(order[behind]);
  const auto second = std::find_if(compare_.begin(), compare_.end(),
                                   [place](const ColumnPair& pair) { return pair.from == place; });
  if (second != compare_.end()) second_ = *second;
}

void IndexJoinOperator::wire(const Layout& input) {
  const ColumnFinder in_input(input);
  key_column_ = in_input(key_slot_);
  needed_[key_place_] = true;
  for (std::size_t i = 0; i < layout().size(); ++i) {
    const std::size_t from = in_input(layout()[i]);
    if (from != kNoColumn) from_input_.push_back({from, i});
  }
  for (std::size_t place = 0; place < 4; ++place) {
    if (columns_.residual[place]) needed_[place] = true;
    if (!columns_.slots[place] || place == key_place_) continue;
    const Slot slot = *columns_.slots[place];
    const std::size_t shared = in_input(slot);
    const std::size_t to = column_of(layout(), slot);
    if (shared != kNoColumn) {
      compare_.push_back({place, shared});
      needed_[place] = true;
    } else if (to != kNoColumn) {
      from_run_.push_back({place, to});
      needed_[place] = true;
    }
  }
  for (const auto& [a, b] : columns_.equal) {
    needed_[static_cast<std::size_t>(a)] = true;
    needed_[static_cast<std::size_t>(b)] = true;
  }
}

void IndexJoinOperator::do_open() {
  child_->open();
  input_.clear();
  order_.clear();
  at_ = match_ = 0;
  scan_.reset();
  run_key_ = TermId::none();
  run_size_ = 0;
}

void IndexJoinOperator::do_close() {
  child_->close();
  scan_.reset();
  for (auto& column : run_) column = {};
  state().memory().release(run_charged_);
  run_charged_ = 0;
}

bool IndexJoinOperator::next_input() {
  if (columns_.impossible || !child_->next(input_)) return false;
  const TermId* keys = input_.column(key_column_);
  order_.resize(input_.size());
  std::iota(order_.begin(), order_.end(), 0U);
  if (!std::is_sorted(keys, keys + input_.size())) {
    std::sort(order_.begin(), order_.end(),
              [keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  }
  at_ = match_ = 0;
  if (!scan_ || keys[order_.front()] < run_key_) {
    scan_ = state().source().scan(columns_.request);
    buffer_size_ = buffer_at_ = 0;
    scan_ended_ = false;
    run_key_ = TermId::none();
    run_size_ = 0;
    read_ahead_ = kFirstRead;
  }
  return true;
}

bool IndexJoinOperator::fill() {
  if (scan_ended_) return false;
  std::array<TermId*, 4> pointers{};
  for (std::size_t place = 0; place < 4; ++place) {
    if (!needed_[place]) continue;
    if (buffer_[place].size() < read_ahead_) buffer_[place].resize(read_ahead_);
    pointers[place] = buffer_[place].data();
  }
  buffer_at_ = 0;
  buffer_size_ = scan_->next(pointers, read_ahead_);
  read_ahead_ = std::min(2 * read_ahead_, Batch::kCapacity);
  scan_ended_ = buffer_size_ == 0;
  return !scan_ended_;
}

// Moves on to `key` and gathers its matches. Keys never descend within one scan.
void IndexJoinOperator::load_run(TermId key) {
  run_key_ = key;
  run_size_ = 0;
  const TermId* keys = buffer_[key_place_].data();
  if (buffer_at_ == buffer_size_ || keys[buffer_size_ - 1] < key) {
    // The key lies beyond what was read. Sparse keys leave most of what is read ahead unused.
    if (scan_ended_) return;
    scan_->seek(key);
    if (buffer_at_ * 2 < buffer_size_) read_ahead_ = std::max(kFirstRead, read_ahead_ / 4);
    if (!fill()) return;
    keys = buffer_[key_place_].data();
  }
  for (;;) {
    const TermId* first = std::lower_bound(keys + buffer_at_, keys + buffer_size_, key);
    const TermId* last = first;
    const TermId* end = keys + buffer_size_;
    while (last != end && *last == key) ++last;
    append_run(static_cast<std::size_t>(first - keys), static_cast<std::size_t>(last - keys));
    buffer_at_ = static_cast<std::size_t>(last - keys);
    if (last != end) return;
    state().check();
    if (!fill()) return;
    keys = buffer_[key_place_].data();
  }
}

void IndexJoinOperator::append_run(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    bool keep = true;
    for (const auto& [a, b] : columns_.equal)
      keep = keep &&
             buffer_[static_cast<std::size_t>(a)][i] == buffer_[static_cast<std::size_t>(b)][i];
    for (std::size_t place = 0; place < 4; ++place)
      keep = keep && (!columns_.residual[place] || buffer_[place][i] == columns_.residual[place]);
    if (!keep) continue;
    for (std::size_t place = 0; place < 4; ++place) {
      if (!needed_[place]) continue;
      if (run_[place].size() <= run_size_) run_[place].resize(std::max(kFirstRead, 2 * run_size_));
      run_[place][run_size_] = buffer_[place][i];
    }
    ++run_size_;
  }
  std::size_t bytes = 0;
  for (const auto* columns : {&run_, &buffer_}) {
    for (const auto& column : *columns) bytes += column.capacity() * sizeof(TermId);
  }
  if (bytes > run_charged_) {
    state().memory().charge(bytes - run_charged_);
    run_charged_ = bytes;
  }
}

// Where many rows have one key, comparing all of them with each row of the input would take
// forever.
std::pair<std::size_t, std::size_t> IndexJoinOperator::matches_of(std::uint32_t row) const {
  if (!second_) return {0, run_size_};
  const TermId* const values = run_[second_->from].data();
  const auto [first, last] =
      std::equal_range(values, values + run_size_, input_.column(second_->to)[row]);
  return {static_cast<std::size_t>(first - values), static_cast<std::size_t>(last - values)};
}

bool IndexJoinOperator::agrees(std::uint32_t row, std::size_t match) const {
  return std::all_of(compare_.begin(), compare_.end(), [&](const ColumnPair& pair) {
    return run_[pair.from][match] == input_.column(pair.to)[row];
  });
}

void IndexJoinOperator::emit(Batch& out, std::uint32_t row) {
  std::size_t at = out.size();
  if (match_ == 0) std::tie(match_, run_end_) = matches_of(row);
  const std::size_t first = match_;
  for (; match_ < run_end_ && at < out.capacity(); ++match_) {
    if (!agrees(row, match_)) continue;
    for (const ColumnPair& copy : from_input_)
      out.column(copy.to)[at] = input_.column(copy.from)[row];
    for (const ColumnPair& copy : from_run_) out.column(copy.to)[at] = run_[copy.from][match_];
    ++at;
  }
  out.resize(at);
  state().work(match_ - first + 1);
}

bool IndexJoinOperator::do_next(Batch& out) {
  if (counts_) return count(out);
  for (;;) {
    if (at_ == order_.size()) {
      order_.clear();
      at_ = 0;
      if (!out.empty() || !next_input()) return !out.empty();
    }
    const TermId* keys = input_.column(key_column_);
    while (at_ < order_.size() && !out.full()) {
      const std::uint32_t row = order_[at_];
      if (keys[row] != run_key_) load_run(keys[row]);
      if (once_) {
        emit_once(out, row);
        ++at_;
        continue;
      }
      emit(out, row);
      if (match_ < run_end_) return true;
      match_ = 0;
      ++at_;
    }
    if (out.full()) return true;
  }
}

}  // namespace dossier
