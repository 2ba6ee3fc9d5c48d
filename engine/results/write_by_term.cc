// SPDX-License-Identifier: Apache-2.0
#include "engine/results/write_by_term.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/query/result_rows.h"
#include "engine/results/row_texts.h"
#include "engine/runtime/memory_budget.h"
#include "engine/runtime/term_bytes.h"
#include "engine/runtime/workers.h"

namespace dossier::results {
namespace {

/// Rows are written together while their different terms stay below this for each thread.
constexpr std::size_t kMostText = std::size_t{16} << 20;
/// The same for terms that lie far apart: the more of them are read together, in the order of their
/// ids, the less often a page of the dictionary is unpacked.
constexpr std::size_t kMostSparseText = std::size_t{256} << 20;
constexpr std::size_t kFirstRows = 64;
constexpr std::size_t kMostRows = std::size_t{1} << 16;
constexpr std::size_t kMostSparseRows = std::size_t{1} << 21;
constexpr std::size_t kMostValues = std::size_t{1} << 18;
constexpr std::size_t kGrowth = 4;
constexpr std::size_t kMostThreads = 16;

/// Whether several threads may read the source at a time: one that can be split.
bool may_be_shared(QueryState& state) {
  constexpr std::uint64_t kPart = 1 << 16;
  return state.threads() > 1 && state.source().split({}, kPart, storage::SplitAt::rows).size() > 1;
}

class ByTerm {
 public:
  ByTerm(QueryResult& result, WrittenTermsSink& sink)
      : rows_(result),
        sink_(sink),
        texts_(rows_, result.variables().size()),
        values_(result.variables().size()),
        memory_(rows_.state().memory()) {}

  std::uint64_t write(const std::vector<std::string>& variables) {
    std::uint64_t written = 0;
    // Asked for before the document begins: a query that fails at once leaves no half of one.
    std::size_t count = rows_.take(some_);
    sink_.begin(variables);
    for (; count > 0; count = rows_.take(some_)) {
      write_rows(count);
      written += count;
      if (some_ >= kMostRows / 4 && !is_large_) use_threads();
    }
    sink_.end();
    return written;
  }

 private:
  /// Of a result that turns out to be large, several threads write the terms.
  void use_threads() {
    is_large_ = true;
    if (!may_be_shared(rows_.state())) return;
    const std::size_t threads = std::min(rows_.state().threads(), kMostThreads);
    workers_.emplace(threads, std::make_shared<HelperThreads>());
    texts_.use(*workers_, [this] { rows_.state().check(); });
  }

  void write_rows(std::size_t count) {
    for (std::size_t at = 0; at < count;) {
      const std::size_t some = std::min(some_, count - at);
      if (write_some(at, some)) {
        at += some;
      } else if (some > 1) {
        some_ = std::max<std::size_t>(1, some / 8);
      } else {
        write_one(at++);
      }
    }
    sink_.flush();
  }

  /// Writes `count` rows from `first` on; false when their terms are too large together.
  bool write_some(std::size_t first, std::size_t count) {
    memory_.clear();
    rows_.state().check();
    const std::size_t left = rows_.state().memory().left() / 2;
    const auto append = [this](std::string& out, const TermView& term) { sink_.append(out, term); };
    TextRoom room(std::min(left, kMostSparseText));
    const bool is_written = texts_.write(first, count, append, room);
    const std::size_t held = texts_.bytes();
    if (!is_written || held > left) {
      texts_.forget();
      return false;
    }
    memory_.set(held);
    deliver(count);
    if (count == some_) grow(left, held);
    return true;
  }

  void grow(std::size_t left, std::size_t held) {
    const std::size_t threads = workers_ ? workers_->count() : 1;
    const bool is_sparse = texts_.is_sparse();
    const std::size_t most_text = is_sparse ? kMostSparseText : kMostText * threads;
    const std::size_t most_rows = is_sparse ? kMostSparseRows : kMostRows * threads;
    // As many as will fit, with something to spare for terms that are longer.
    const std::size_t room = std::min(left, most_text) / 5 * 4;
    const std::size_t more =
        some_ * std::min(kGrowth * held, room) / std::max<std::size_t>(1, held);
    some_ = std::max(some_, std::min(more, fitting(most_rows)));
  }

  /// Rows are the fewer the more columns they have.
  std::size_t fitting(std::size_t rows) const {
    return std::min(rows, std::max<std::size_t>(1, rows * (kMostValues / kMostRows) /
                                                       std::max<std::size_t>(1, values_.size())));
  }

  void deliver(std::size_t count) {
    for (std::size_t row = 0; row < count; ++row) {
      for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = texts_.value(row, i);
      sink_.written_row(values_);
    }
  }

  /// A row whose terms may be as large as memory allows.
  void write_one(std::size_t row) {
    memory_.clear();
    const std::vector<std::optional<Term>> terms = texts_.terms(row, memory_);
    rows_.state().work(memory_.bytes());
    sink_.row(terms);
  }

  ResultRows rows_;
  WrittenTermsSink& sink_;
  std::optional<Workers> workers_;
  RowTexts texts_;
  std::vector<std::string_view> values_;
  std::size_t some_ = kFirstRows;  ///< rows that are written together
  bool is_large_ = false;
  MemoryCharge memory_;
};

}  // namespace

std::uint64_t write_by_term(QueryResult& result, WrittenTermsSink& sink) {
  return ByTerm(result, sink).write(result.variables());
}

}  // namespace dossier::results
