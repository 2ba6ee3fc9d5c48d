// SPDX-License-Identifier: Apache-2.0
#include "engine/results/write_by_term.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/query/result_rows.h"
#include "engine/results/written_terms.h"
#include "engine/runtime/memory_budget.h"
#include "engine/runtime/term_bytes.h"

namespace dossier::results {
namespace {

/// Rows are written together while their different terms stay below this.
constexpr std::size_t kMostText = std::size_t{16} << 20;
constexpr std::size_t kFirstRows = 64;
constexpr std::size_t kMostRows = std::size_t{1} << 16;
constexpr std::size_t kMostValues = std::size_t{1} << 18;

class ByTerm {
 public:
  ByTerm(QueryResult& result, WrittenTermsSink& sink)
      : rows_(result),
        sink_(sink),
        columns_(rows_.width()),
        values_(rows_.width()),
        memory_(rows_.state().memory()) {}

  std::uint64_t write(const std::vector<std::string>& variables) {
    std::uint64_t written = 0;
    // Asked for before the document begins: a query that fails at once leaves no half of one.
    std::size_t count = rows_.take(some_);
    sink_.begin(variables);
    for (; count > 0; count = rows_.take(some_)) {
      write_rows(count);
      written += count;
    }
    sink_.end();
    return written;
  }

 private:
  void write_rows(std::size_t count) {
    for (std::size_t at = 0; at < count;) {
      const std::size_t some = std::min(some_, count - at);
      if (write_together(at, some)) {
        at += some;
      } else if (some > 1) {
        some_ = std::max<std::size_t>(1, some / 8);
      } else {
        write_one(at++);
      }
    }
    sink_.flush();
  }

  /// False when the terms of these rows are too large together; then nothing was written.
  bool write_together(std::size_t first, std::size_t count) {
    memory_.clear();
    text_.clear();
    if (reader_ == nullptr) reader_ = rows_.state().terms().reader();
    const std::size_t left = rows_.state().memory().left() / 2;
    const std::size_t most = std::min(left, kMostText);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      rows_.state().check();
      const std::span<const TermId> ids = rows_.column(i).subspan(first, count);
      if (!columns_[i].write(ids, *reader_, sink_, text_, most)) return give_back();
    }
    const std::size_t held = bytes();
    if (held > left) return give_back();
    memory_.set(held);
    for (std::size_t row = 0; row < count; ++row) {
      for (std::size_t i = 0; i < columns_.size(); ++i) values_[i] = columns_[i].value(row, text_);
      sink_.written_row(values_);
    }
    if (count == some_ && held < most / 4) some_ = std::min(2 * some_, most_rows());
    return true;
  }

  bool give_back() {
    std::string().swap(text_);
    return false;
  }

  /// A row whose terms may be as large as memory allows.
  void write_one(std::size_t row) {
    memory_.clear();
    std::size_t bytes = 0;
    std::vector<std::optional<Term>> terms(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
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
    return std::clamp<std::size_t>(kMostValues / std::max<std::size_t>(1, columns_.size()), 1,
                                   kMostRows);
  }
  std::size_t bytes() const {
    std::size_t bytes = text_.capacity();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      bytes += columns_[i].bytes() + rows_.column(i).size_bytes();
    return bytes;
  }

  ResultRows rows_;
  WrittenTermsSink& sink_;
  std::unique_ptr<storage::TermReader> reader_;
  std::vector<WrittenTerms> columns_;
  std::vector<std::string_view> values_;
  std::string text_;
  std::size_t some_ = kFirstRows;  ///< rows that are written together
  MemoryCharge memory_;
};

}  // namespace

std::uint64_t write_by_term(QueryResult& result, WrittenTermsSink& sink) {
  return ByTerm(result, sink).write(result.variables());
}

}  // namespace dossier::results
