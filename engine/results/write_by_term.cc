// SPDX-License-Identifier: Apache-2.0
#include "engine/results/write_by_term.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/query/result_rows.h"
#include "engine/results/written_rows.h"
#include "engine/runtime/memory_budget.h"
#include "engine/runtime/term_bytes.h"
#include "engine/runtime/workers.h"

namespace dossier::results {
namespace {

/// Rows are written together while their different terms stay below this.
constexpr std::size_t kMostText = std::size_t{16} << 20;
constexpr std::size_t kFirstRows = 64;
constexpr std::size_t kMostRows = std::size_t{1} << 16;
constexpr std::size_t kMostValues = std::size_t{1} << 18;
constexpr std::size_t kMostPieces = 16;  ///< written by several threads

/// Whether several threads may read the source at a time: one that can be split.
bool may_be_shared(QueryState& state) {
  constexpr std::uint64_t kPart = 1 << 16;
  return state.threads() > 1 && state.source().split({}, kPart, storage::SplitAt::rows).size() > 1;
}

class ByTerm {
 public:
  ByTerm(QueryResult& result, WrittenTermsSink& sink)
      : rows_(result), sink_(sink), values_(rows_.width()), memory_(rows_.state().memory()) {}

  std::uint64_t write(const std::vector<std::string>& variables) {
    std::uint64_t written = 0;
    // Asked for before the document begins: a query that fails at once leaves no half of one.
    std::size_t count = rows_.take(some_);
    sink_.begin(variables);
    for (; count > 0; count = rows_.take(some_ * pieces_.size())) {
      if (pieces_.empty()) add_piece();
      write_rows(count);
      written += count;
      if (some_ == most_rows() && !is_large_) use_threads();
    }
    sink_.end();
    return written;
  }

 private:
  void add_piece() { pieces_.emplace_back(rows_.width(), rows_.state().terms().reader()); }

  /// Of a result that turns out to be large, several threads write the terms.
  void use_threads() {
    is_large_ = true;
    if (!may_be_shared(rows_.state())) return;
    const std::size_t threads = std::min(rows_.state().threads(), kMostPieces);
    workers_.emplace(threads, std::make_shared<HelperThreads>());
    while (pieces_.size() < threads) add_piece();
  }

  void write_rows(std::size_t count) {
    for (std::size_t at = 0; at < count;) {
      const std::size_t some = std::min(some_, count - at);
      const std::size_t pieces = std::min(pieces_.size(), (count - at + some - 1) / some);
      if (const std::size_t done = write_pieces(at, count, some, pieces)) {
        at += done;
      } else if (some > 1) {
        some_ = std::max<std::size_t>(1, some / 8);
      } else {
        write_one(at++);
      }
    }
    sink_.flush();
  }

  /// Writes rows from `first` on, `some` for each of the pieces: returns how many rows. They are
  /// fewer when the terms of a piece are too large together.
  std::size_t write_pieces(std::size_t first, std::size_t end, std::size_t some,
                           std::size_t pieces) {
    memory_.clear();
    rows_.state().check();
    const std::size_t left = rows_.state().memory().left() / 2 / pieces;
    const std::size_t most = std::min(left, kMostText);
    std::vector<char> is_written(pieces);
    const auto work = [&](std::size_t, std::size_t piece) {
      const std::size_t begin = first + piece * some;
      is_written[piece] = write_terms(piece, begin, std::min(some, end - begin), most);
    };
    if (pieces == 1)
      work(0, 0);
    else
      workers_->run(pieces, work, [this] { rows_.state().check(); });
    std::size_t held = 0;
    for (std::size_t i = 0; i < pieces; ++i) held += pieces_[i].bytes();
    if (held > left * pieces) {
      for (WrittenRows& piece : pieces_) piece.forget();
      return 0;
    }
    memory_.set(held);
    std::size_t done = 0;
    for (std::size_t piece = 0; piece < pieces && is_written[piece] != 0; ++piece)
      done += deliver(piece, std::min(some, end - first - piece * some));
    if (done == some_ * pieces && held / pieces < most / 4)
      some_ = std::min(2 * some_, most_rows());
    return done;
  }

  bool write_terms(std::size_t piece, std::size_t first, std::size_t count, std::size_t most) {
    std::vector<std::span<const TermId>> ids;
    for (std::size_t i = 0; i < rows_.width(); ++i)
      ids.push_back(rows_.column(i).subspan(first, count));
    return pieces_[piece].write(ids, sink_, most);
  }

  std::size_t deliver(std::size_t piece, std::size_t count) {
    for (std::size_t row = 0; row < count; ++row) {
      for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = pieces_[piece].value(row, i);
      sink_.written_row(values_);
    }
    return count;
  }

  /// A row whose terms may be as large as memory allows.
  void write_one(std::size_t row) {
    memory_.clear();
    std::size_t bytes = 0;
    std::vector<std::optional<Term>> terms(rows_.width());
    for (std::size_t i = 0; i < rows_.width(); ++i) {
      const TermId id = rows_.column(i)[row];
      if (!id) continue;
      Term term;
      rows_.state().terms().some_terms({&id, 1}, {&term, 1}, kMostText);
      bytes += heap_bytes(term);
      memory_.set(bytes);
      terms[i] = std::move(term);
    }
    rows_.state().work(bytes);
    sink_.row(terms);
  }

  std::size_t most_rows() const {
    return std::clamp<std::size_t>(kMostValues / std::max<std::size_t>(1, rows_.width()), 1,
                                   kMostRows);
  }

  ResultRows rows_;
  WrittenTermsSink& sink_;
  std::vector<WrittenRows> pieces_;
  std::optional<Workers> workers_;
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
