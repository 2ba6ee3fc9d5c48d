// SPDX-License-Identifier: Apache-2.0
// The values of some rows that are computed as they are written (exec/late_values.h), as text.
// Private to engine/results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/query/execution.h"
#include "engine/results/text_blocks.h"
#include "engine/results/written_rows.h"
#include "engine/runtime/memory_budget.h"
#include "engine/runtime/workers.h"

namespace dossier::results {

/// One thread at a time, which others may help. The execution must outlive it.
class WrittenValues {
 public:
  WrittenValues(Execution& execution, const LateValues& late);
  ~WrittenValues();

  /// As WrittenRows::use().
  void use(Workers& workers, const std::function<void()>& watch);
  /// Writes the values of rows with these columns; false, and nothing is kept, when there is no
  /// room for them or for the terms they are computed from.
  bool write(std::span<const std::span<const TermId>> ids, const AppendTerm& append,
             TextRoom& room);
  std::string_view value(std::size_t row, std::size_t number) const {
    const Piece& piece = pieces_[row * width_ + number];
    return piece.part == kUnbound ? std::string_view() : texts_[piece.part].text(piece.text);
  }
  /// Computes the values of one row, whatever memory they take: Error(limit) when it runs out.
  /// `memory` is charged with each value before the next one is computed.
  std::vector<std::optional<Term>> compute(std::span<const std::span<const TermId>> ids,
                                           MemoryCharge& memory);
  bool is_sparse() const { return inputs_.is_sparse(); }
  void forget() noexcept;
  std::size_t bytes() const noexcept;

 private:
  class Computer;
  struct Piece {
    TextPlace text;
    std::uint32_t part = 0;
  };
  static constexpr std::uint32_t kUnbound = ~std::uint32_t{0};

  bool write_part(Computer& computer, std::span<const std::span<const TermId>> ids,
                  std::size_t part, std::size_t parts, const AppendTerm& append, TextRoom& room);

  Execution& execution_;
  const LateValues& late_;
  std::size_t width_;
  WrittenRows inputs_;
  std::vector<std::unique_ptr<Computer>> computers_;  ///< by thread
  std::vector<TextBlocks> texts_;                     ///< by part
  std::vector<Piece> pieces_;                         ///< by row and value
  Workers* workers_ = nullptr;
  std::function<void()> watch_;
};

}  // namespace dossier::results
