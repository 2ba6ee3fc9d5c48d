// SPDX-License-Identifier: Apache-2.0
// Sentences side by side for the network: one row a word, the first words of all sentences first,
// then the second ones, longest sentence first, so that an LSTM step is one product over a block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/analyze/neural/weights.h"

namespace dossier::extract {

/// One row of one embedding table.
struct FeatureRow {
  std::uint8_t slot;
  std::uint32_t row;
};

/// The feature rows of one sentence; word 0 is the root.
struct SentenceInput {
  std::vector<FeatureRow> rows;
  std::vector<std::uint32_t> ends;  ///< of each word's part of `rows`

  std::size_t size() const noexcept { return ends.size(); }
  std::size_t begin_of(std::size_t word) const { return word == 0 ? 0 : ends[word - 1]; }
};

class BatchLayout {
 public:
  /// Lengths in falling order.
  explicit BatchLayout(const std::vector<std::size_t>& lengths);

  std::size_t rows() const noexcept { return mirror_.size(); }
  std::size_t steps() const noexcept { return starts_.size(); }
  std::size_t start(std::size_t step) const { return starts_[step]; }
  std::size_t active(std::size_t step) const {
    return (step + 1 < starts_.size() ? starts_[step + 1] : mirror_.size()) - starts_[step];
  }
  std::size_t row(std::size_t sentence, std::size_t word) const { return starts_[word] + sentence; }
  /// The row of the same sentence's word as far from its end as this one is from its beginning.
  std::size_t mirror(std::size_t row) const { return mirror_[row]; }

 private:
  std::vector<std::size_t> starts_;
  std::vector<std::size_t> mirror_;
};

}  // namespace dossier::extract
