// SPDX-License-Identifier: Apache-2.0
// Scores of pairs of mentions: what a pronoun means, and which relations two things have. A
// mention is the states of its first and of its last piece. As heads.py of extract/train/encoder:
//
//   out * gelu(A a + B b + (P a) * (Q b) + distance + bias) + out_bias
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/encoder/encoder_file.h"
#include "extract/encoder/kernels.h"

namespace dossier::extract::encoder {

/// A mention's first and last piece in its window.
struct PieceSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const PieceSpan&, const PieceSpan&) = default;
};

/// Mentions of one window as one side of pairs.
class PairSide {
 public:
  std::size_t size() const noexcept { return spans_.size(); }

 private:
  friend class PairHead;
  std::vector<PieceSpan> spans_;
  std::vector<float> values_;  ///< a row each: what is added, what is multiplied
};

/// Immutable once read. The same bits whatever the processor.
class PairHead {
 public:
  PairHead() = default;
  /// From three sections of a model file, which must outlive it:
  ///
  /// | section   | content                                                                  |
  /// | first     | matrix of A and P beside each other: 2 * width x 2 * hidden              |
  /// | first + 1 | of B and Q                                                               |
  /// | first + 2 | f32: rows of the distances, the matrix out (hidden x outputs), out_bias  |
  ///
  /// `bounds`: distances in pieces; one less than the first has row 0. They must outlive it, too.
  /// Throws Error(input) when the sections are damaged.
  PairHead(const EncoderReader& reader, std::size_t first, std::span<const std::int32_t> bounds,
           std::size_t hidden, std::size_t outputs, const Kernels& kernels);

  std::size_t outputs() const noexcept { return outputs_; }

  /// `states` are those of the window.
  PairSide left(std::span<const PieceSpan> mentions, const std::vector<float>& states) const;
  PairSide right(std::span<const PieceSpan> mentions, const std::vector<float>& states) const;
  /// Scores of mention `i` of the left with each of the right: a row of outputs() for each.
  std::vector<float> scores(const PairSide& left, std::size_t i, const PairSide& right) const;

 private:
  PairSide side(const Int8Matrix& matrix, std::span<const PieceSpan> mentions,
                const std::vector<float>& states) const;
  const float* distance_row(std::int64_t distance) const;

  const Kernels* kernels_ = nullptr;
  std::size_t width_ = 0;  ///< of a state
  std::size_t hidden_ = 0;
  std::size_t outputs_ = 0;
  Int8Matrix left_, right_;
  std::span<const std::int32_t> bounds_;
  const float* distances_ = nullptr;
  const float* out_ = nullptr;
  const float* out_bias_ = nullptr;
  std::vector<std::vector<std::int32_t>> sums_;
};

/// The states of a mention's two pieces, one behind the other: 2 * width numbers.
std::vector<float> span_states(PieceSpan mention, const std::vector<float>& states,
                               std::size_t width);

}  // namespace dossier::extract::encoder
