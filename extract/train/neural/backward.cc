// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/backward.h"

#include <algorithm>

namespace dossier::extract {
namespace {

void apply_mask(const BatchLayout& layout, const Matrix& mask, Matrix& values) {
  if (mask.values.empty()) return;
  for (std::size_t step = 0; step < layout.steps(); ++step) {
    for (std::size_t i = 0; i < layout.active(step); ++i) {
      float* row = values.row(layout.start(step) + i);
      const float* factor = mask.row(i);
      for (std::size_t j = 0; j < values.columns; ++j) row[j] *= factor[j];
    }
  }
}

/// One cell row: `gates` are the gates' values, replaced in `out` by derivatives before them.
void cell_backward(const float* gates, const float* squashed, const float* before,
                   const float* d_output, float* carry, float* out) {
  for (std::size_t j = 0; j < kHidden; ++j) {
    const float in = gates[j];
    const float forget = gates[kHidden + j];
    const float output = gates[2 * kHidden + j];
    const float candidate = gates[3 * kHidden + j];
    const float flat = squashed[j];
    const float d_state = d_output[j] * output * (1 - flat * flat) + carry[j];
    const float previous = before == nullptr ? 0.0F : before[j];
    out[j] = d_state * candidate * in * (1 - in);
    out[kHidden + j] = d_state * previous * forget * (1 - forget);
    out[2 * kHidden + j] = d_output[j] * flat * output * (1 - output);
    out[3 * kHidden + j] = d_state * in * (1 - candidate * candidate);
    carry[j] = d_state * forget;
  }
}

/// Sets `d_gates` from the derivatives by the run's output, which it uses up.
void lstm_steps_backward(const Kernels& kernels, const Packed& recurrent, const BatchLayout& layout,
                         const LstmRun& run, Matrix& d_out, Matrix& d_gates) {
  d_gates.reset(d_out.rows, 4 * kHidden);
  Matrix carry(layout.active(0), kHidden);
  for (std::size_t step = layout.steps(); step-- > 0;) {
    const std::size_t start = layout.start(step);
    const std::size_t active = layout.active(step);
    for (std::size_t i = 0; i < active; ++i) {
      const float* before = step == 0 ? nullptr : run.states.row(layout.start(step - 1) + i);
      cell_backward(run.gates.row(start + i), run.squashed.row(start + i), before,
                    d_out.row(start + i), carry.row(i), d_gates.row(start + i));
    }
    if (step == 0) break;
    kernels.multiply_add({d_gates.row(start), 4 * kHidden, 1}, recurrent.panels.data(),
                         d_out.row(layout.start(step - 1)), kHidden, active, kHidden, 4 * kHidden);
  }
}

Matrix outputs_before(const BatchLayout& layout, const LstmRun& run) {
  Matrix before(run.out.rows, kHidden);
  for (std::size_t step = 1; step < layout.steps(); ++step) {
    std::copy_n(run.out.row(layout.start(step - 1)), layout.active(step) * kHidden,
                before.row(layout.start(step)));
  }
  return before;
}

/// Adds the weights' gradients; returns the derivatives by the run's input, in its order.
Matrix lstm_backward(const Kernels& kernels, const PackedMatrices::Lstm& transposes,
                     const BatchLayout& layout, const Matrix& input, const LstmRun& run,
                     Matrix& d_out, LstmWeights& gradients) {
  Matrix d_gates;
  lstm_steps_backward(kernels, transposes.recurrent, layout, run, d_out, d_gates);
  const Matrix before = outputs_before(layout, run);
  Packed right;
  right.pack(d_gates);
  const auto add = [&](const Matrix& left, Matrix& sums) {
    kernels.multiply_add(left.transposed(), right.panels.data(), sums.values.data(), sums.columns,
                         left.columns, right.n, left.rows);
  };
  add(before, gradients.recurrent);
  add(input, gradients.input);
  add_rows(d_gates, gradients.bias);
  Matrix d_input;
  multiply(kernels, d_gates.operand(), d_gates.rows, transposes.input, nullptr, d_input);
  return d_input;
}

Matrix layer_backward(const Kernels& kernels, const std::array<PackedMatrices::Lstm, 2>& transposes,
                      const BatchLayout& layout, const Matrix& input,
                      const std::array<LstmRun, 2>& runs, const Matrix& d_layer,
                      std::array<LstmWeights, 2>& gradients) {
  std::array<Matrix, 2> d_out{Matrix(d_layer.rows, kHidden), Matrix(d_layer.rows, kHidden)};
  for (std::size_t row = 0; row < d_layer.rows; ++row) {
    std::copy_n(d_layer.row(row), kHidden, d_out[0].row(row));
    std::copy_n(d_layer.row(row) + kHidden, kHidden, d_out[1].row(layout.mirror(row)));
  }
  Matrix d_input =
      lstm_backward(kernels, transposes[0], layout, input, runs[0], d_out[0], gradients[0]);
  const Matrix mirrored =
      lstm_backward(kernels, transposes[1], layout, runs[1].input, runs[1], d_out[1], gradients[1]);
  for (std::size_t row = 0; row < d_layer.rows; ++row) {
    const float* from = mirrored.row(layout.mirror(row));
    float* to = d_input.row(row);
    for (std::size_t j = 0; j < d_input.columns; ++j) to[j] += from[j];
  }
  return d_input;
}

/// rows of `sums`, `sums_row` apart, += left * right.
void add_back(const Kernels& kernels, const Matrix& left, const Packed& right, float* sums,
              std::size_t sums_row) {
  kernels.multiply_add({left.values.data(), left.columns, 1}, right.panels.data(), sums, sums_row,
                       left.rows, right.n, right.k);
}

/// From what was made of the projections to derivatives before their activation.
void projections_backward(const Kernels& kernels, const PackedTransposes& transposes,
                          const BatchLayout& layout, const Dropout& dropout, const Forward& forward,
                          OutputGradients& outputs, Weights& gradients) {
  const Operand dependents{forward.projected.values.data() + kArcDependentAt, 1, kProjected};
  add_product(kernels, dependents, outputs.arcs, gradients.arc);
  add_rows(outputs.arcs, gradients.arc_bias);
  add_product(kernels, dependents, outputs.distances, gradients.distance);
  add_rows(outputs.distances, gradients.distance_bias);
  float* sums = outputs.projected.values.data() + kArcDependentAt;
  add_back(kernels, outputs.arcs, transposes.arc, sums, kProjected);
  add_back(kernels, outputs.distances, transposes.distance, sums, kProjected);
  apply_mask(layout, dropout.projected, outputs.projected);
  for (std::size_t row = 0; row < outputs.projected.rows; ++row) {
    const float* value = forward.projected.row(row);
    float* derivative = outputs.projected.row(row);
    for (std::size_t j = 0; j < 2 * kArcWidth; ++j) derivative[j] *= value[j] > 0 ? 1.0F : kLeak;
  }
}

void add_to(const Matrix& values, Matrix& sums) {
  for (std::size_t i = 0; i < sums.values.size(); ++i) sums.values[i] += values.values[i];
}

/// Through the names' layer; returns the derivatives by the first layer's output.
Matrix names_backward(const Kernels& kernels, const PackedTransposes& transposes,
                      const BatchLayout& layout, const Dropout& dropout, const Forward& forward,
                      const OutputGradients& outputs, Weights& gradients) {
  add_product(kernels, forward.named.transposed(), outputs.names, gradients.name);
  add_rows(outputs.names, gradients.name_bias);
  Matrix d_named(layout.rows(), kEncoded);
  add_back(kernels, outputs.names, transposes.name, d_named.values.data(), kEncoded);
  apply_mask(layout, dropout.named, d_named);
  const bool dropping = !dropout.name.values.empty();
  Matrix d_first = layer_backward(kernels, transposes.lstm[kNameLayer], layout,
                                  dropping ? forward.first_names : forward.first,
                                  forward.runs[kNameLayer], d_named, gradients.lstm[kNameLayer]);
  apply_mask(layout, dropout.name, d_first);
  return d_first;
}

}  // namespace

void add_product(const Kernels& kernels, Operand left, const Matrix& right, Matrix& sums) {
  Packed packed;
  packed.pack(right);
  if (packed.n == sums.columns) {
    kernels.multiply_add(left, packed.panels.data(), sums.values.data(), sums.columns, sums.rows,
                         packed.n, right.rows);
    return;
  }
  Matrix wide(sums.rows, packed.n);
  kernels.multiply_add(left, packed.panels.data(), wide.values.data(), packed.n, sums.rows,
                       packed.n, right.rows);
  for (std::size_t i = 0; i < sums.rows; ++i) {
    for (std::size_t j = 0; j < sums.columns; ++j) sums.row(i)[j] += wide.row(i)[j];
  }
}

void add_rows(const Matrix& values, Matrix& sums) {
  for (std::size_t row = 0; row < values.rows; ++row) {
    for (std::size_t j = 0; j < sums.columns; ++j) sums.values[j] += values.row(row)[j];
  }
}

void run_backward(const Kernels& kernels, const PackedTransposes& transposes,
                  const BatchLayout& layout, const Dropout& dropout, const Forward& forward,
                  OutputGradients& outputs, Weights& gradients, Matrix& input) {
  projections_backward(kernels, transposes, layout, dropout, forward, outputs, gradients);
  add_product(kernels, forward.encoded.transposed(), outputs.projected, gradients.project);
  add_rows(outputs.projected, gradients.project_bias);
  Matrix d_encoded(layout.rows(), kEncoded);
  add_back(kernels, outputs.projected, transposes.project, d_encoded.values.data(), kEncoded);
  apply_mask(layout, dropout.encoded, d_encoded);
  Matrix d_first = layer_backward(kernels, transposes.lstm[kTreeLayer], layout, forward.first,
                                  forward.runs[kTreeLayer], d_encoded, gradients.lstm[kTreeLayer]);
  apply_mask(layout, dropout.first, d_first);
  const Matrix& for_tags = dropout.tag.values.empty() ? forward.first : forward.first_tags;
  add_product(kernels, for_tags.transposed(), outputs.tags, gradients.tag);
  add_rows(outputs.tags, gradients.tag_bias);
  Matrix d_tags(layout.rows(), kEncoded);
  add_back(kernels, outputs.tags, transposes.tag, d_tags.values.data(), kEncoded);
  apply_mask(layout, dropout.tag, d_tags);
  add_to(d_tags, d_first);
  if (!forward.without_names) {
    add_to(names_backward(kernels, transposes, layout, dropout, forward, outputs, gradients),
           d_first);
  }
  input = layer_backward(kernels, transposes.lstm[kFirstLayer], layout, forward.input,
                         forward.runs[kFirstLayer], d_first, gradients.lstm[kFirstLayer]);
  apply_mask(layout, dropout.input, input);
}

}  // namespace dossier::extract
