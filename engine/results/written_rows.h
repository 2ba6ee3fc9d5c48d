// SPDX-License-Identifier: Apache-2.0
// The terms of some rows of a result as text. Private to engine/results.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/results/written_terms.h"
#include "parser/results/results.h"
#include "storage/term_reader.h"

namespace dossier::results {

/// One thread at a time. The reader's source must outlive it.
class WrittenRows {
 public:
  WrittenRows(std::size_t width, std::unique_ptr<storage::TermReader> reader)
      : reader_(std::move(reader)), columns_(width) {}

  /// Writes the terms of the rows whose ids these columns have; false, and nothing is kept, when
  /// they take more than `most` bytes.
  bool write(std::span<const std::span<const TermId>> ids, const WrittenTermsSink& writer,
             std::size_t most);
  std::string_view value(std::size_t row, std::size_t column) const {
    return columns_[column].value(row, text_);
  }
  /// Gives the texts' memory back.
  void forget() noexcept { std::string().swap(text_); }
  /// What it holds.
  std::size_t bytes() const noexcept;

 private:
  std::unique_ptr<storage::TermReader> reader_;
  std::vector<WrittenTerms> columns_;
  std::string text_;
};

}  // namespace dossier::results
