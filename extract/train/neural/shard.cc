// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/shard.h"

#include <algorithm>

namespace dossier::extract {
namespace {

/// A word seen n times is hidden with probability kRare / (kRare + n), and at least word_dropout.
constexpr float kRare = 0.8F;

void draw_mask(std::size_t rows, std::size_t columns, float rate, Random& random, Matrix& mask) {
  mask.reset(rows, columns);
  const float kept = 1.0F / (1.0F - rate);
  for (float& value : mask.values) value = random.unit() < rate ? 0.0F : kept;
}

}  // namespace

Shard::Shard(const Weights& weights, const std::vector<std::uint32_t>& word_counts,
             const NetworkTraining& settings)
    : word_counts_(word_counts), settings_(settings), gradients_(weights) {
  gradients_.for_each([](Matrix& matrix) { matrix.reset(matrix.rows, matrix.columns); });
}

SentenceInput Shard::drop_features(const SentenceInput& input, Random& random) const {
  SentenceInput out;
  for (std::size_t word = 0; word < input.size(); ++word) {
    std::array<bool, kSlots> dropped{};
    for (bool& slot : dropped) slot = random.unit() < settings_.other_dropout;
    for (std::size_t i = input.begin_of(word); i < input.ends[word]; ++i) {
      FeatureRow feature = input.rows[i];
      if (feature.slot == kWordSlot && word > 0) {
        const float rare = kRare / (kRare + static_cast<float>(word_counts_[feature.row]));
        const float rate = std::max(settings_.word_dropout, rare);
        if (random.unit() >= rate) {
          out.rows.push_back(feature);
          continue;
        }
        feature.row = kUnknownRow;
        for (const Slot affix : {kSuffix3Slot, kSuffix2Slot, kPrefixSlot}) {
          if (random.unit() < settings_.affix_dropout) dropped[affix] = true;
        }
      } else if (word > 0 && dropped[feature.slot]) {
        continue;
      }
      out.rows.push_back(feature);
    }
    out.ends.push_back(static_cast<std::uint32_t>(out.rows.size()));
  }
  return out;
}

void Shard::draw_masks(std::size_t sentences, Random& random) {
  draw_mask(sentences, kInputWidth, settings_.input_dropout, random, dropout_.input);
  draw_mask(sentences, kEncoded, settings_.layer_dropout, random, dropout_.first);
  draw_mask(sentences, kEncoded, settings_.layer_dropout, random, dropout_.tag);
  draw_mask(sentences, kEncoded, settings_.layer_dropout, random, dropout_.name);
  draw_mask(sentences, kEncoded, settings_.layer_dropout, random, dropout_.encoded);
  draw_mask(sentences, kEncoded, settings_.layer_dropout, random, dropout_.named);
  draw_mask(sentences, kProjected, settings_.layer_dropout, random, dropout_.projected);
}

void Shard::clear() {
  std::size_t index = 0;
  gradients_.for_each([&](Matrix& matrix) {
    if (index < kSlots) {
      for (const auto row : touched_[index]) std::fill_n(matrix.row(row), matrix.columns, 0.0F);
      touched_[index].clear();
    } else {
      std::fill(matrix.values.begin(), matrix.values.end(), 0.0F);
    }
    ++index;
  });
}

void Shard::add_to_tables(const std::vector<SentenceInput>& inputs, const BatchLayout& layout,
                          const Matrix& d_input) {
  std::array<std::size_t, kSlots> offsets{};
  for (std::size_t slot = 1; slot < kSlots; ++slot) {
    offsets[slot] = offsets[slot - 1] + kSlotWidth[slot - 1];
  }
  for (std::size_t index = 0; index < inputs.size(); ++index) {
    const SentenceInput& input = inputs[index];
    for (std::size_t word = 0; word < input.size(); ++word) {
      const float* row = d_input.row(layout.row(index, word));
      for (std::size_t i = input.begin_of(word); i < input.ends[word]; ++i) {
        const auto [slot, table_row] = input.rows[i];
        float* to = gradients_.tables[slot].row(table_row);
        for (std::size_t j = 0; j < kSlotWidth[slot]; ++j) to[j] += row[offsets[slot] + j];
        touched_[slot].push_back(table_row);
      }
    }
  }
  for (auto& rows : touched_) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  }
}

Losses Shard::run(const Weights& weights, const PackedWeights& packed,
                  const PackedTransposes& transposes, const std::vector<const Example*>& examples,
                  float scale, std::uint32_t seed) {
  clear();
  if (examples.empty()) return {};
  Random random(seed);
  std::vector<SentenceInput> inputs;
  std::vector<const GoldSentence*> gold;
  std::vector<std::size_t> lengths;
  for (const Example* example : examples) {
    inputs.push_back(drop_features(example->input, random));
    gold.push_back(&example->gold);
    lengths.push_back(example->input.size());
  }
  const BatchLayout layout(lengths);
  draw_masks(examples.size(), random);
  forward_.without_names = std::none_of(
      gold.begin(), gold.end(), [](const GoldSentence* sentence) { return sentence->has_names(); });
  forward_.input.reset(layout.rows(), kInputWidth);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    embed(weights, inputs[i], layout, i, forward_.input);
  }
  const Kernels& kernels = best_kernels();
  run_forward(kernels, weights, packed, layout, dropout_, forward_);
  const Losses losses = score_batch(kernels, weights, packed, transposes, layout, gold, forward_,
                                    scale, outputs_, gradients_);
  Matrix d_input;
  run_backward(kernels, transposes, layout, dropout_, forward_, outputs_, gradients_, d_input);
  add_to_tables(inputs, layout, d_input);
  return losses;
}

}  // namespace dossier::extract
