// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/forward.h"

#include <algorithm>

namespace dossier::extract {
namespace {

void mirror_rows(const BatchLayout& layout, const Matrix& from, Matrix& to) {
  to.reset(from.rows, from.columns);
  for (std::size_t row = 0; row < from.rows; ++row) {
    std::copy_n(from.row(layout.mirror(row)), from.columns, to.row(row));
  }
}

void run_lstm(const Kernels& kernels, const LstmWeights& weights,
              const PackedMatrices::Lstm& packed, const BatchLayout& layout, const Matrix& input,
              LstmRun& run) {
  multiply(kernels, input.operand(), input.rows, packed.input, &weights.bias, run.gates);
  run.states.reset(input.rows, kHidden);
  run.squashed.reset(input.rows, kHidden);
  run.out.reset(input.rows, kHidden);
  const float* before = nullptr;
  const float* out_before = nullptr;
  for (std::size_t step = 0; step < layout.steps(); ++step) {
    const std::size_t start = layout.start(step);
    const std::size_t active = layout.active(step);
    float* gates = run.gates.row(start);
    if (step > 0) {
      kernels.multiply_add({out_before, kHidden, 1}, packed.recurrent.panels.data(), gates,
                           4 * kHidden, active, 4 * kHidden, kHidden);
    }
    kernels.lstm_step(gates, before, run.states.row(start), run.squashed.row(start),
                      run.out.row(start), kHidden, active, kHidden);
    before = run.states.row(start);
    out_before = run.out.row(start);
  }
}

void run_layer(const Kernels& kernels, const std::array<LstmWeights, 2>& weights,
               const std::array<PackedMatrices::Lstm, 2>& packed, const BatchLayout& layout,
               const Matrix& input, std::array<LstmRun, 2>& runs, Matrix& out) {
  run_lstm(kernels, weights[0], packed[0], layout, input, runs[0]);
  mirror_rows(layout, input, runs[1].input);
  run_lstm(kernels, weights[1], packed[1], layout, runs[1].input, runs[1]);
  out.reset(input.rows, kEncoded);
  for (std::size_t row = 0; row < input.rows; ++row) {
    std::copy_n(runs[0].out.row(row), kHidden, out.row(row));
    std::copy_n(runs[1].out.row(layout.mirror(row)), kHidden, out.row(row) + kHidden);
  }
}

void drop(const BatchLayout& layout, const Matrix& mask, Matrix& values) {
  if (mask.values.empty()) return;
  for (std::size_t step = 0; step < layout.steps(); ++step) {
    for (std::size_t i = 0; i < layout.active(step); ++i) {
      float* row = values.row(layout.start(step) + i);
      const float* factor = mask.row(i);
      for (std::size_t j = 0; j < values.columns; ++j) row[j] *= factor[j];
    }
  }
}

void run_names(const Kernels& kernels, const Weights& weights, const PackedWeights& packed,
               const BatchLayout& layout, const Dropout& dropout, Forward& forward) {
  const bool dropping = !dropout.name.values.empty();
  if (dropping) forward.first_names = forward.first;
  drop(layout, dropout.name, forward.first_names);
  run_layer(kernels, weights.lstm[kNameLayer], packed.lstm[kNameLayer], layout,
            dropping ? forward.first_names : forward.first, forward.runs[kNameLayer],
            forward.named);
  drop(layout, dropout.named, forward.named);
  multiply(kernels, forward.named.operand(), forward.named.rows, packed.name, &weights.name_bias,
           forward.names);
}

}  // namespace

void PackedMatrices::pack_each(const Weights& weights, void (Packed::*how)(const Matrix&)) {
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t direction = 0; direction < 2; ++direction) {
      (lstm[layer][direction].input.*how)(weights.lstm[layer][direction].input);
      (lstm[layer][direction].recurrent.*how)(weights.lstm[layer][direction].recurrent);
    }
  }
  (tag.*how)(weights.tag);
  (name.*how)(weights.name);
  (project.*how)(weights.project);
  (arc.*how)(weights.arc);
  (distance.*how)(weights.distance);
  (label.*how)(weights.label);
}

void embed(const Weights& weights, const SentenceInput& sentence, const BatchLayout& layout,
           std::size_t index, Matrix& input) {
  static constexpr auto kOffsets = [] {
    std::array<std::size_t, kSlots> offsets{};
    for (std::size_t slot = 1; slot < kSlots; ++slot) {
      offsets[slot] = offsets[slot - 1] + kSlotWidth[slot - 1];
    }
    return offsets;
  }();
  for (std::size_t word = 0; word < sentence.size(); ++word) {
    float* out = input.row(layout.row(index, word));
    for (std::size_t i = sentence.begin_of(word); i < sentence.ends[word]; ++i) {
      const FeatureRow feature = sentence.rows[i];
      const float* row = weights.tables[feature.slot].row(feature.row);
      float* part = out + kOffsets[feature.slot];
      for (std::size_t j = 0; j < kSlotWidth[feature.slot]; ++j) part[j] += row[j];
    }
  }
}

void run_forward(const Kernels& kernels, const Weights& weights, const PackedWeights& packed,
                 const BatchLayout& layout, const Dropout& dropout, Forward& forward) {
  drop(layout, dropout.input, forward.input);
  run_layer(kernels, weights.lstm[kFirstLayer], packed.lstm[kFirstLayer], layout, forward.input,
            forward.runs[kFirstLayer], forward.first);
  const bool dropping = !dropout.tag.values.empty();
  if (dropping) forward.first_tags = forward.first;
  drop(layout, dropout.tag, forward.first_tags);
  const Matrix& for_tags = dropping ? forward.first_tags : forward.first;
  multiply(kernels, for_tags.operand(), for_tags.rows, packed.tag, &weights.tag_bias, forward.tags);
  if (!forward.without_names) run_names(kernels, weights, packed, layout, dropout, forward);
  drop(layout, dropout.first, forward.first);
  run_layer(kernels, weights.lstm[kTreeLayer], packed.lstm[kTreeLayer], layout, forward.first,
            forward.runs[kTreeLayer], forward.encoded);
  drop(layout, dropout.encoded, forward.encoded);
  const std::size_t rows = layout.rows();
  multiply(kernels, forward.encoded.operand(), rows, packed.project, &weights.project_bias,
           forward.projected);
  for (std::size_t row = 0; row < rows; ++row) {
    float* values = forward.projected.row(row);
    for (std::size_t j = 0; j < 2 * kArcWidth; ++j) values[j] = leaky(values[j]);
  }
  drop(layout, dropout.projected, forward.projected);
  const Operand dependents{forward.projected.values.data() + kArcDependentAt, kProjected, 1};
  multiply(kernels, dependents, rows, packed.arc, &weights.arc_bias, forward.arcs);
  multiply(kernels, dependents, rows, packed.distance, &weights.distance_bias, forward.distances);
}

void score_arcs(const Kernels& kernels, const Forward& forward, const BatchLayout& layout,
                std::size_t index, std::size_t size, Matrix& scores) {
  Matrix heads(size, kArcWidth);
  Matrix dependents(size, kArcWidth);
  scores.reset(size, padded(size));
  for (std::size_t word = 0; word < size; ++word) {
    const std::size_t row = layout.row(index, word);
    std::copy_n(forward.projected.row(row) + kArcHeadAt, kArcWidth, heads.row(word));
    std::copy_n(forward.arcs.row(row), kArcWidth, dependents.row(word));
    for (std::size_t head = 0; head < size; ++head) {
      scores.row(word)[head] = forward.distances.row(row)[distance_class(word, head)];
    }
  }
  Packed right;
  right.pack_transpose(heads);
  kernels.multiply_add(dependents.operand(), right.panels.data(), scores.values.data(),
                       scores.columns, size, right.n, kArcWidth);
}

void pair_view(const float* head_row, const float* dependent_row, float* out) {
  const float* head = head_row + kPairHeadAt;
  const float* dependent = dependent_row + kPairDependentAt;
  for (std::size_t j = 0; j < kSumWidth; ++j) out[j] = leaky(head[j] + dependent[j]);
  for (std::size_t j = kSumWidth; j < kPairWidth; ++j) out[j] = head[j] * dependent[j];
}

}  // namespace dossier::extract
