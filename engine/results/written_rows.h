// SPDX-License-Identifier: Apache-2.0
// The terms of some rows of a result as text. Private to engine/results.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/results/written_terms.h"
#include "engine/runtime/term_table.h"
#include "engine/runtime/workers.h"
#include "storage/term_reader.h"

namespace dossier::results {

/// One thread at a time, which others may help. The table must outlive it.
class WrittenRows {
 public:
  WrittenRows(std::size_t width, const TermTable& terms) : terms_(terms), columns_(width) {}

  /// Lets several threads write from now on. `watch` is called meanwhile, and ends it by throwing.
  void use(Workers& workers, std::function<void()> watch);
  /// Writes the terms of the rows whose ids these columns have; false, and nothing is kept, when
  /// there is no room for them.
  bool write(std::span<const std::span<const TermId>> ids, const AppendTerm& append,
             TextRoom& room);
  std::string_view value(std::size_t row, std::size_t column) const {
    return columns_[column].value(row);
  }
  /// Whether more rows at a time would be read faster: see WrittenTerms.
  bool is_sparse() const;
  /// Gives the texts' memory back.
  void forget() noexcept;
  /// What it holds.
  std::size_t bytes() const noexcept;

 private:
  std::size_t threads() const noexcept { return workers_ == nullptr ? 1 : workers_->count(); }
  /// Calls `work` for each piece, with the number of the thread.
  void share(std::size_t pieces, const std::function<void(std::size_t, std::size_t)>& work);
  storage::TermReader& reader(std::size_t thread);

  const TermTable& terms_;
  std::vector<WrittenTerms> columns_;
  std::vector<std::unique_ptr<storage::TermReader>> readers_;  ///< by thread
  Workers* workers_ = nullptr;
  std::function<void()> watch_;
};

}  // namespace dossier::results
