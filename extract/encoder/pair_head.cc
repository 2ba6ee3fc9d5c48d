// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/pair_head.h"

#include <algorithm>

namespace dossier::extract::encoder {

PairHead::PairHead(const EncoderReader& reader, std::size_t first,
                   std::span<const std::int32_t> bounds, std::size_t hidden, std::size_t outputs,
                   const Kernels& kernels)
    : kernels_(&kernels),
      width_(reader.sizes().width),
      hidden_(hidden),
      outputs_(outputs),
      bounds_(bounds) {
  left_ = reader.read_matrix(first, 2 * width_, 2 * hidden, sums_);
  right_ = reader.read_matrix(first + 1, 2 * width_, 2 * hidden, sums_);
  const std::size_t rows = (bounds.size() + 1) * hidden;
  distances_ = reader.floats(first + 2, rows + hidden * outputs + outputs);
  out_ = distances_ + rows;
  out_bias_ = out_ + hidden * outputs;
}

PairSide PairHead::left(std::span<const PieceSpan> mentions,
                        const std::vector<float>& states) const {
  return side(left_, mentions, states);
}

PairSide PairHead::right(std::span<const PieceSpan> mentions,
                         const std::vector<float>& states) const {
  return side(right_, mentions, states);
}

PairSide PairHead::side(const Int8Matrix& matrix, std::span<const PieceSpan> mentions,
                        const std::vector<float>& states) const {
  PairSide side;
  side.spans_.assign(mentions.begin(), mentions.end());
  std::vector<float> rows;
  rows.reserve(mentions.size() * matrix.k);
  for (const PieceSpan& mention : mentions) {
    const std::vector<float> own = span_states(mention, states, width_);
    rows.insert(rows.end(), own.begin(), own.end());
  }
  std::vector<std::int8_t> values(rows.size());
  std::vector<float> scales(mentions.size());
  const Int8Rows quantized{mentions.size(), matrix.k, values.data(), scales.data()};
  kernels_->quantize(rows.data(), quantized);
  side.values_.resize(mentions.size() * matrix.n);
  kernels_->multiply(quantized, matrix, side.values_.data());
  return side;
}

const float* PairHead::distance_row(std::int64_t distance) const {
  const auto above = std::lower_bound(bounds_.begin(), bounds_.end(), distance);
  return distances_ + static_cast<std::size_t>(above - bounds_.begin()) * hidden_;
}

std::vector<float> PairHead::scores(const PairSide& left, std::size_t i,
                                    const PairSide& right) const {
  std::vector<float> hidden(right.size() * hidden_);
  const float* a = left.values_.data() + i * 2 * hidden_;
  for (std::size_t j = 0; j < right.size(); ++j) {
    const float* b = right.values_.data() + j * 2 * hidden_;
    const float* distance =
        distance_row(std::int64_t{left.spans_[i].first} - std::int64_t{right.spans_[j].first});
    float* z = hidden.data() + j * hidden_;
    for (std::size_t h = 0; h < hidden_; ++h)
      z[h] = a[h] + b[h] + distance[h] + a[hidden_ + h] * b[hidden_ + h];
  }
  kernels_->gelu(hidden.data(), hidden.size());
  std::vector<float> scores(right.size() * outputs_);
  for (std::size_t j = 0; j < right.size(); ++j) {
    float* own = scores.data() + j * outputs_;
    std::copy_n(out_bias_, outputs_, own);
    for (std::size_t h = 0; h < hidden_; ++h) {
      const float value = hidden[j * hidden_ + h];
      for (std::size_t o = 0; o < outputs_; ++o) own[o] += value * out_[h * outputs_ + o];
    }
  }
  return scores;
}

std::vector<float> span_states(PieceSpan mention, const std::vector<float>& states,
                               std::size_t width) {
  std::vector<float> both;
  both.reserve(2 * width);
  for (const std::uint32_t piece : {mention.first, mention.last}) {
    const float* state = states.data() + std::size_t{piece} * width;
    both.insert(both.end(), state, state + width);
  }
  return both;
}

}  // namespace dossier::extract::encoder
