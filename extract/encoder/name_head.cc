// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/name_head.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "dossier/error.h"

namespace dossier::extract::encoder {
namespace {

/// Adds `weight` times the logarithms of the probabilities that `scores` tell.
void add_log_probabilities(std::span<const float> scores, float weight, float* sum) {
  const float highest = *std::max_element(scores.begin(), scores.end());
  float total = 0;
  for (const float score : scores) total += std::exp(score - highest);
  const float offset = highest + std::log(total);
  for (std::size_t i = 0; i < scores.size(); ++i) sum[i] += weight * (scores[i] - offset);
}

constexpr std::size_t kStates = 4;  ///< that make a word

/// A row each: the word's first and last piece, the first of the word before, of the one behind.
std::vector<float> word_rows(std::span<const PieceSpan> words, const std::vector<float>& states,
                             std::size_t width) {
  std::vector<float> rows(words.size() * kStates * width);
  const auto copy = [&](std::uint32_t piece, std::size_t word, std::size_t place) {
    std::copy_n(&states[piece * width], width, &rows[(word * kStates + place) * width]);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    copy(words[i].first, i, 0);
    copy(words[i].last, i, 1);
    if (i > 0) copy(words[i - 1].first, i, 2);
    if (i + 1 < words.size()) copy(words[i + 1].first, i, 3);
  }
  return rows;
}

float probability(std::span<const float> scores, std::size_t tag) {
  float total = 0;
  for (const float score : scores) total += std::exp(score - scores[tag]);
  return 1 / total;
}

}  // namespace

NameHead::NameHead(const EncoderReader& reader, std::size_t first, const Kernels& kernels)
    : kernels_(&kernels), width_(reader.sizes().width) {
  const StringTable tags(reader.file().section(first));
  for (std::uint32_t i = 0; i < tags.size(); ++i) tags_.emplace_back(tags.at(i));
  const std::size_t definitions = reader.file().section(first + 1).size() / sizeof(float);
  if (tags_.empty() || tags_[0] != "O" || definitions == 0)
    throw Error(ErrorCode::input, "the language model cannot be used: it has no tags of names");
  const float* const weights = reader.floats(first + 1, definitions);
  weights_.assign(weights, weights + definitions);
  const auto hidden =
      read_number<std::uint32_t>(reader.section(first + 2, sizeof(std::uint32_t)), 0);
  if (hidden == 0 || hidden % kLanes != 0 || hidden > kLongestRow)
    throw Error(ErrorCode::input, "the language model cannot be used: its sizes are impossible");
  hidden_ = reader.read_matrix(first + 3, kStates * width_, hidden, sums_);
  out_ = reader.read_matrix(first + 4, hidden, whole_lanes(definitions * tags_.size()), sums_);
}

std::vector<float> NameHead::multiply(const std::vector<float>& rows,
                                      const Int8Matrix& matrix) const {
  const std::size_t count = rows.size() / matrix.k;
  std::vector<std::int8_t> values(rows.size());
  std::vector<float> scales(count), product(count * matrix.n);
  const Int8Rows quantized{count, matrix.k, values.data(), scales.data()};
  kernels_->quantize(rows.data(), quantized);
  kernels_->multiply(quantized, matrix, product.data());
  return product;
}

/// A row for each tag's logarithm of its probability, by the weighted definitions.
std::vector<float> NameHead::scores(std::span<const PieceSpan> words,
                                    const std::vector<float>& states) const {
  std::vector<float> hidden = multiply(word_rows(words, states, width_), hidden_);
  kernels_->gelu(hidden.data(), hidden.size());
  const std::vector<float> all = multiply(hidden, out_);
  std::vector<float> sums(words.size() * tags_.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t d = 0; d < weights_.size(); ++d)
      add_log_probabilities({&all[i * out_.n + d * tags_.size()], tags_.size()}, weights_[d],
                            &sums[i * tags_.size()]);
  }
  return sums;
}

bool NameHead::follows(std::size_t tag, std::size_t before) const {
  const std::string& own = tags_[tag];
  return own[0] != 'I' || (before < tags_.size() && own.substr(1) == tags_[before].substr(1));
}

/// Viterbi's algorithm.
std::vector<std::uint32_t> NameHead::best_sequence(const std::vector<float>& scores) const {
  const std::size_t count = tags_.size();
  const std::size_t words = scores.size() / count;
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  std::vector<float> best(count), next(count);
  std::vector<std::uint32_t> from(scores.size());
  for (std::size_t tag = 0; tag < count; ++tag)
    best[tag] = follows(tag, count) ? scores[tag] : kNever;
  for (std::size_t i = 1; i < words; ++i) {
    for (std::size_t tag = 0; tag < count; ++tag) {
      std::size_t through = 0;
      float highest = kNever;
      for (std::size_t before = 0; before < count; ++before) {
        if (best[before] <= highest || !follows(tag, before)) continue;
        highest = best[before];
        through = before;
      }
      from[i * count + tag] = static_cast<std::uint32_t>(through);
      next[tag] = highest + scores[i * count + tag];
    }
    best.swap(next);
  }
  std::vector<std::uint32_t> sequence(words);
  auto tag = static_cast<std::uint32_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = words; i-- > 0; tag = from[i * count + tag]) sequence[i] = tag;
  return sequence;
}

std::vector<NameHead::WordTag> NameHead::read(std::span<const PieceSpan> words,
                                              const std::vector<float>& states) const {
  if (words.empty()) return {};
  const std::vector<float> sums = scores(words, states);
  const std::vector<std::uint32_t> sequence = best_sequence(sums);
  std::vector<WordTag> read;
  read.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    read.push_back(
        {sequence[i], probability({&sums[i * tags_.size()], tags_.size()}, sequence[i])});
  return read;
}

}  // namespace dossier::extract::encoder
