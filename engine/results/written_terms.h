// SPDX-License-Identifier: Apache-2.0
// The terms of a column as text: each different one is read and written once, in the order of their
// ids. Private to engine/results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/term_id.h"
#include "parser/results/results.h"
#include "storage/term_reader.h"

namespace dossier::results {

/// One thread at a time.
class WrittenTerms {
 public:
  /// Writes the terms behind the text, which belongs to all columns. Gives up and says false when
  /// the text would have more than `most` bytes.
  bool write(std::span<const TermId> ids, storage::TermReader& terms,
             const WrittenTermsSink& writer, std::string& text, std::size_t most);
  /// The text of a row's value; without data() where it is unbound.
  std::string_view value(std::size_t row, const std::string& text) const {
    const std::uint32_t place = places_[row];
    if (place == kUnbound) return {};
    return {text.data() + pieces_[place].begin, pieces_[place].size};
  }
  /// What it holds, beside the text.
  std::size_t bytes() const noexcept;

 private:
  struct Piece {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  struct Different {
    TermId id;
    std::uint32_t place = 0;
  };
  static constexpr std::uint32_t kUnbound = ~std::uint32_t{0};

  void find_different(std::span<const TermId> ids);
  void find_in_order(std::span<const TermId> ids);
  void find_by_hash(std::span<const TermId> ids);

  std::vector<std::uint32_t> places_;  ///< by row: into pieces_
  std::vector<Piece> pieces_;
  std::vector<Different> different_;  ///< ascending by id
  std::vector<TermId> wanted_;        ///< the ids of different_
  std::vector<std::uint32_t> table_;  ///< of find_by_hash(): place + 1, or 0
};

}  // namespace dossier::results
