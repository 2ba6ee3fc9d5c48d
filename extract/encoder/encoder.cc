// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/encoder.h"

#include <algorithm>
#include <cassert>

#include "extract/encoder/encoder_file.h"
#include "extract/text/unicode.h"

namespace dossier::extract::encoder {

WordShape shape_of(std::string_view word) {
  std::size_t letters = 0, upper = 0, lower = 0, digits = 0;
  const std::u32string text = to_code_points(word);
  for (const char32_t c : text) {
    letters += is_letter(c) ? 1 : 0;
    upper += is_upper(c) ? 1 : 0;
    lower += is_lower(c) ? 1 : 0;
    digits += is_digit(c) ? 1 : 0;
  }
  if (letters == 0) return digits > 0 ? WordShape::number : WordShape::sign;
  if (digits > 0) return WordShape::digits;
  if (upper == 0) return WordShape::lower;
  if (text.size() == 1) return WordShape::letter;
  if (lower == 0) return WordShape::upper;
  return upper == 1 && is_upper(text.front()) ? WordShape::capital : WordShape::mixed;
}

Encoder::Encoder(std::string_view model, const Kernels& kernels)
    : Encoder(EncoderReader(model), kernels) {}

Encoder::Encoder(const EncoderReader& reader, const Kernels& kernels) : kernels_(kernels) {
  reader.read(*this);
}

void Encoder::encode(std::span<const InputPiece> window, Workspace& workspace,
                     std::vector<float>& states) const {
  assert(window.size() <= sizes_.positions);
  const std::size_t rows = window.size();
  states.resize(rows * sizes_.width);
  workspace.projected.resize(rows * 3 * sizes_.width);
  workspace.attended.resize(rows * sizes_.width);
  workspace.inner.resize(rows * sizes_.inner);
  workspace.scratch.resize(attention_scratch(rows, sizes_.width / sizes_.heads));
  workspace.values.resize(rows * std::max(sizes_.width, sizes_.inner));
  workspace.scales.resize(rows);
  embed(window, states.data());
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (i == sizes_.shapes_layer) add_shapes(window, states.data());
    run(layers_[i], rows, workspace, states.data());
  }
}

void Encoder::embed(std::span<const InputPiece> window, float* states) const {
  const std::size_t width = sizes_.width;
  for (std::size_t i = 0; i < window.size(); ++i) {
    const std::size_t piece = window[i].piece;
    const float scale = word_scales_[piece];
    for (std::size_t j = 0; j < width; ++j) {
      states[i * width + j] =
          static_cast<float>(words_[piece * width + j]) * scale + positions_[i * width + j];
    }
  }
  kernels_.normalize(states, nullptr, embedded_.scale, embedded_.shift, window.size(), width);
}

void Encoder::add_shapes(std::span<const InputPiece> window, float* states) const {
  const std::size_t width = sizes_.width;
  for (std::size_t i = 0; i < window.size(); ++i) {
    const float* shape = shapes_ + static_cast<std::size_t>(window[i].shape) * width;
    for (std::size_t j = 0; j < width; ++j) states[i * width + j] += shape[j];
  }
}

void Encoder::multiply(const float* from, std::size_t rows, const Int8Matrix& matrix,
                       Workspace& workspace, float* out) const {
  const Int8Rows quantized{rows, matrix.k, workspace.values.data(), workspace.scales.data()};
  kernels_.quantize(from, quantized);
  kernels_.multiply(quantized, matrix, out);
}

void Encoder::run(const Layer& layer, std::size_t rows, Workspace& workspace, float* states) const {
  const std::size_t width = sizes_.width;
  float* projected = workspace.projected.data();
  float* attended = workspace.attended.data();
  multiply(states, rows, layer.project, workspace, projected);
  kernels_.attend(projected, rows, sizes_.heads, width / sizes_.heads, workspace.scratch.data(),
                  attended);
  multiply(attended, rows, layer.attended, workspace, projected);
  kernels_.normalize(states, projected, layer.after_attention.scale, layer.after_attention.shift,
                     rows, width);
  float* inner = workspace.inner.data();
  multiply(states, rows, layer.up, workspace, inner);
  kernels_.gelu(inner, rows * sizes_.inner);
  multiply(inner, rows, layer.down, workspace, attended);
  kernels_.normalize(states, attended, layer.after_inner.scale, layer.after_inner.shift, rows,
                     width);
}

}  // namespace dossier::extract::encoder
