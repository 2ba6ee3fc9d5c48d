// SPDX-License-Identifier: Apache-2.0
// The terms of a column as text: each different one is read and written once, in the order of their
// ids. Private to engine/results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/results/text_blocks.h"
#include "model/term_id.h"
#include "storage/term_reader.h"

namespace dossier::results {

/// Appends a term as text.
using AppendTerm = std::function<void(std::string& out, const TermView& term)>;

/// begin(), then write() for each part, then value(). Threads may write different parts at a time.
class WrittenTerms {
 public:
  /// The column's ids. Their terms are to be written in so many parts.
  void begin(std::span<const TermId> ids, std::size_t parts);
  /// Writes the terms of a part. Gives up and says false when there is no room for them.
  bool write(std::size_t part, storage::TermReader& terms, const AppendTerm& append,
             TextRoom& room);
  /// The text of a row's value; without data() where it is unbound.
  std::string_view value(std::size_t row) const {
    const std::uint32_t place = places_[row];
    if (place == kUnbound) return {};
    const Piece& piece = pieces_[place];
    return texts_[piece.part].text(piece.text);
  }
  /// Whether the ids lie so far apart that reading more of them together takes less for each.
  bool is_sparse() const;
  /// Gives the texts' memory back.
  void forget() noexcept { texts_.clear(); }
  /// What it holds.
  std::size_t bytes() const noexcept;

 private:
  struct Piece {
    TextPlace text;
    std::uint32_t part = 0;
  };
  static constexpr std::uint32_t kUnbound = ~std::uint32_t{0};

  void find_in_order(std::span<const TermId> ids);
  void find_by_sorting(std::span<const TermId> ids);

  std::vector<std::uint32_t> places_;  ///< by row: into wanted_ and pieces_
  std::vector<TermId> wanted_;         ///< the different ids, ascending
  std::vector<Piece> pieces_;
  std::vector<TextBlocks> texts_;  ///< by part
};

}  // namespace dossier::results
