// SPDX-License-Identifier: Apache-2.0
#include "engine/results/written_values.h"

#include <algorithm>
#include <atomic>

#include "engine/results/known_texts.h"
#include "engine/runtime/memory_budget.h"

namespace dossier::results {

/// One thread's expressions, and the rows they are computed for.
class WrittenValues::Computer {
 public:
  Computer(QueryState& state, Execution& execution, const LateValues& late)
      : state_(state), values_(execution.compile(late, state)), batch_(late.rows) {
    state_.expressions().set_known_terms(&known_);
  }
  Computer(const Computer&) = delete;
  Computer& operator=(const Computer&) = delete;
  ~Computer() { state_.expressions().set_known_terms(nullptr); }

  /// Rows from `first` on; returns how many fit into a batch.
  std::size_t take(std::span<const std::span<const TermId>> ids, std::size_t first,
                   std::size_t end) {
    const std::size_t count = std::min(end - first, Batch::kCapacity);
    batch_.make_room(count);
    for (std::size_t i = 0; i < ids.size(); ++i)
      std::copy_n(ids[i].data() + first, count, batch_.column(i));
    batch_.resize(count);
    known_.clear();
    return count;
  }
  /// The terms of the rows taken, which begin at `first` of those that were read.
  void know(const WrittenRows& inputs, std::size_t first) {
    for (std::size_t i = 0; i < batch_.width(); ++i) {
      const TermId* const ids = batch_.column(i);
      for (std::size_t row = 0; row < batch_.size(); ++row) {
        if (!ids[row] || ids[row].is_inline() || (row > 0 && ids[row] == ids[row - 1])) continue;
        known_.add(ids[row], inputs.value(first + row, i));
      }
    }
  }
  /// How far the query is, for its messages.
  void know_rows(std::uint64_t rows) {
    state_.limits().take_rows();
    state_.count_rows(rows);
  }
  void compute(std::size_t value, const CompiledExpression::Visit& visit) {
    state_.check();
    values_[value].read(batch_, visit);
  }

 private:
  QueryState& state_;
  KnownTexts known_;
  std::vector<CompiledExpression> values_;
  Batch batch_;
};

WrittenValues::WrittenValues(Execution& execution, const LateValues& late)
    : execution_(execution),
      late_(late),
      width_(late.values.size()),
      inputs_(late.rows.size(), execution.terms()) {
  computers_.push_back(std::make_unique<Computer>(execution.state(), execution, late));
}

WrittenValues::~WrittenValues() = default;

// Each thread computes with a state of its own from now on.
void WrittenValues::use(Workers& workers, const std::function<void()>& watch) {
  workers_ = &workers;
  watch_ = watch;
  inputs_.use(workers, watch);
  computers_.clear();
  for (std::size_t i = 0; i < workers.count(); ++i) {
    QueryState& part = execution_.state().make_part(workers.stop(), i == 0);
    computers_.push_back(std::make_unique<Computer>(part, execution_, late_));
  }
}

bool WrittenValues::write(std::span<const std::span<const TermId>> ids, const AppendTerm& append,
                          TextRoom& room) {
  constexpr std::size_t kPartRows = 4 * Batch::kCapacity;
  if (!inputs_.write(ids, append_bytes, room)) return false;
  const std::size_t rows = ids.front().size();
  const std::size_t most = 4 * computers_.size();
  const std::size_t parts = std::clamp<std::size_t>(rows / kPartRows, 1, most);
  // Of hundreds of values, where they stand takes more than what they are.
  if (!room.take(rows * width_ * sizeof(Piece))) {
    forget();
    return false;
  }
  pieces_.resize(rows * width_);
  texts_.resize(parts);
  for (TextBlocks& text : texts_) text.clear(rows > kPartRows);
  std::atomic<bool> fits = true;
  const auto work = [&](std::size_t thread, std::size_t part) {
    if (fits && !write_part(*computers_[thread], ids, part, parts, append, room)) fits = false;
  };
  if (workers_ != nullptr) {
    const std::uint64_t rows_so_far = execution_.state().limits().take_rows();
    execution_.state().count_rows(rows_so_far);
    for (const auto& computer : computers_) computer->know_rows(rows_so_far);
    workers_->run(parts, work, watch_);
  } else {
    for (std::size_t part = 0; part < parts; ++part) work(0, part);
  }
  if (!fits) forget();
  return fits;
}

bool WrittenValues::write_part(Computer& computer, std::span<const std::span<const TermId>> ids,
                               std::size_t part, std::size_t parts, const AppendTerm& append,
                               TextRoom& room) {
  const std::size_t rows = ids.front().size();
  const std::size_t end = rows * (part + 1) / parts;
  TextBlocks& texts = texts_[part];
  bool fits = true;
  for (std::size_t at = rows * part / parts; at < end && fits;) {
    const std::size_t count = computer.take(ids, at, end);
    computer.know(inputs_, at);
    for (std::size_t value = 0; value < width_; ++value) {
      for (std::size_t row = at; row < at + count; ++row)
        pieces_[row * width_ + value].part = kUnbound;
      computer.compute(value, [&](std::size_t row, const TermView& term) {
        const std::size_t size = term.value.size();
        fits = fits && room.take(size);
        if (!fits) return false;
        std::string& text = texts.open(size);
        const std::size_t before = text.size();
        append(text, term);
        // A text beyond what a place can say is beyond any room, too.
        const std::size_t written = text.size() - before;
        fits = written <= size || room.take(written - size);
        pieces_[(at + row) * width_ + value] = {texts.place_from(before),
                                                static_cast<std::uint32_t>(part)};
        return fits;
      });
    }
    at += count;
  }
  return fits;
}

std::vector<std::optional<Term>> WrittenValues::compute(
    std::span<const std::span<const TermId>> ids, MemoryCharge& memory) {
  std::vector<std::optional<Term>> values(width_);
  computers_.front()->take(ids, 0, 1);
  for (std::size_t i = 0; i < width_; ++i) {
    computers_.front()->compute(i, [&](std::size_t, const TermView& term) {
      memory.add(term.value.size());
      values[i] = to_term(term);
      return true;
    });
  }
  return values;
}

void WrittenValues::forget() noexcept {
  inputs_.forget();
  texts_.clear();
  pieces_ = {};
}

std::size_t WrittenValues::bytes() const noexcept {
  std::size_t bytes = inputs_.bytes() + pieces_.capacity() * sizeof(Piece);
  for (const TextBlocks& text : texts_) bytes += text.bytes();
  return bytes;
}

}  // namespace dossier::results
