// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/encoder_file.h"

#include <fmt/format.h>

#include <cstdint>
#include <numeric>

#include "dossier/error.h"

namespace dossier::extract::encoder {
namespace {

constexpr std::string_view kKind = "ENCO";
enum Section : std::size_t { kSizes, kVocabulary, kWords, kWordScales, kEmbeddings, kLayers };
constexpr std::size_t kLayerSections = 5;
constexpr std::size_t kMostLayers = 48;
constexpr std::size_t kLongestWindow = 4096;

[[noreturn]] void damaged(std::string_view why) {
  throw Error(ErrorCode::input,
              fmt::format("the language model {} cannot be used: {}", kKind, why));
}

bool fits(std::uint32_t width) { return width > 0 && width % kLanes == 0 && width <= kLongestRow; }

/// Of each of the n columns.
std::vector<std::int32_t> column_sums(const std::int8_t* panels, std::size_t k, std::size_t n) {
  std::vector<std::int32_t> sums(n, 0);
  for (std::size_t column = 0; column < n; column += kLanes) {
    for (std::size_t row = 0; row < k; row += kGroup) {
      for (std::size_t c = column; c < column + kLanes; ++c, panels += kGroup) {
        sums[c] += std::accumulate(panels, panels + kGroup, 0);
      }
    }
  }
  return sums;
}

}  // namespace

EncoderReader::EncoderReader(std::string_view model) : file_(model, kKind) { read_sizes(); }

void EncoderReader::read(Encoder& encoder) const {
  encoder.sizes_ = sizes_;
  read_embeddings(encoder);
  for (std::size_t i = 0; i < sizes_.layers; ++i)
    encoder.layers_.push_back(read_layer(kLayers + i * kLayerSections, encoder));
}

void EncoderReader::read_sizes() {
  constexpr std::size_t kNumbers = 7;
  const std::string_view bytes = section(kSizes, kNumbers * sizeof(std::uint32_t));
  const auto number = [&](std::size_t i) { return read_number<std::uint32_t>(bytes, 4 * i); };
  sizes_ = {number(0), number(1), number(2), number(3), number(4), number(6)};
  const bool good = sizes_.layers > 0 && sizes_.layers <= kMostLayers && fits(sizes_.width) &&
                    fits(sizes_.inner) && sizes_.heads > 0 && sizes_.width % sizes_.heads == 0 &&
                    fits(sizes_.width / sizes_.heads) && sizes_.positions >= 3 &&
                    sizes_.positions <= kLongestWindow && number(5) == kWordShapes &&
                    sizes_.shapes_layer < sizes_.layers;
  if (!good) damaged("its sizes are impossible");
}

void EncoderReader::read_embeddings(Encoder& encoder) const {
  encoder.pieces_ = WordPieces(StringTable(file_.section(kVocabulary)));
  const std::size_t pieces = encoder.pieces_.size();
  const std::size_t width = sizes_.width;
  encoder.words_ = reinterpret_cast<const std::int8_t*>(section(kWords, pieces * width).data());
  encoder.word_scales_ = floats(kWordScales, pieces);
  const std::size_t rows = sizes_.positions + kWordShapes + 2;
  encoder.positions_ = floats(kEmbeddings, rows * width);
  encoder.shapes_ = encoder.positions_ + sizes_.positions * width;
  encoder.embedded_.scale = encoder.shapes_ + kWordShapes * width;
  encoder.embedded_.shift = encoder.embedded_.scale + width;
}

Encoder::Layer EncoderReader::read_layer(std::size_t first_section, Encoder& encoder) const {
  const std::size_t width = sizes_.width;
  Encoder::Layer layer;
  layer.project = read_matrix(first_section, width, 3 * width, encoder.sums_);
  layer.attended = read_matrix(first_section + 1, width, width, encoder.sums_);
  layer.up = read_matrix(first_section + 2, width, sizes_.inner, encoder.sums_);
  layer.down = read_matrix(first_section + 3, sizes_.inner, width, encoder.sums_);
  const float* norms = floats(first_section + 4, 4 * width);
  layer.after_attention = {norms, norms + width};
  layer.after_inner = {norms + 2 * width, norms + 3 * width};
  return layer;
}

std::size_t EncoderReader::next_section() const { return kLayers + sizes_.layers * kLayerSections; }

Int8Matrix EncoderReader::read_matrix(std::size_t index, std::size_t k, std::size_t n,
                                      std::vector<std::vector<std::int32_t>>& sums) const {
  const std::string_view bytes = section(index, k * n + 2 * n * sizeof(float));
  // -128 has no place in the AVX2 kernel's products.
  if (bytes.substr(0, k * n).find('\x80') != std::string_view::npos)
    damaged("a weight is out of range");
  Int8Matrix matrix{.k = k, .n = n};
  matrix.panels = reinterpret_cast<const std::int8_t*>(bytes.data());
  matrix.scales = reinterpret_cast<const float*>(bytes.data() + k * n);
  matrix.biases = matrix.scales + n;
  sums.push_back(column_sums(matrix.panels, k, n));
  matrix.sums = sums.back().data();
  return matrix;
}

const float* EncoderReader::floats(std::size_t index, std::size_t count) const {
  return reinterpret_cast<const float*>(section(index, count * sizeof(float)).data());
}

std::string_view EncoderReader::section(std::size_t index, std::size_t size) const {
  const std::string_view bytes = file_.section(index);
  if (bytes.size() != size) damaged(fmt::format("section {} has a wrong size", index));
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(float) != 0)
    damaged(fmt::format("section {} is not aligned", index));
  return bytes;
}

}  // namespace dossier::extract::encoder
