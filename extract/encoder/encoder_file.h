// SPDX-License-Identifier: Apache-2.0
// The model file of an encoder: a container (models/model_file.h) of kind ENCO.
//
// | section    | content                                                                          |
// | 0          | u32 each: layers, width, heads, inner, positions, shapes, layer of the shapes    |
// | 1          | string table of pieces, in order of their numbers                                |
// | 2          | rows of 8-bit numbers, one a piece                                               |
// | 3          | f32 scale of each of these rows                                                  |
// | 4          | f32: positions, shapes (a row each), scale and shift of the norm above the sum   |
// | 5 + 5l     | layer l: weights of queries, keys and values (a matrix)                          |
// | 6 + 5l     | of the attention's result (a matrix)                                             |
// | 7, 8 + 5l  | of the feed-forward part, up and down (matrices)                                 |
// | 9 + 5l     | f32: scale and shift of the norm after the attention, of the one after the rest  |
//
// A matrix of k x n: its 8-bit panels (Int8Matrix), n f32 scales, n f32 biases. The shapes are
// added to the states before their layer. Every section begins at a multiple of 64 from the file's
// start. What reads the states may follow: reading_model.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/encoder/encoder.h"

namespace dossier::extract::encoder {

/// A matrix before it is packed: column by column.
struct PlainMatrix {
  std::vector<std::int8_t> weights;
  std::vector<float> scales;
  std::vector<float> biases;
};

/// Reads the file into an encoder, whose pointers then lead into the file's bytes.
class EncoderReader {
 public:
  /// Throws Error(input) when the bytes are no whole, undamaged model.
  explicit EncoderReader(std::string_view model);
  void read(Encoder& encoder) const;

  const ModelFile& file() const noexcept { return file_; }
  const EncoderSizes& sizes() const noexcept { return sizes_; }
  /// The first section behind those of the encoder.
  std::size_t next_section() const;
  /// `sums` gets what Int8Matrix::sums points to.
  Int8Matrix read_matrix(std::size_t section, std::size_t k, std::size_t n,
                         std::vector<std::vector<std::int32_t>>& sums) const;
  /// The f32 numbers of a section, which has `count` of them.
  const float* floats(std::size_t section, std::size_t count) const;
  std::string_view section(std::size_t index, std::size_t size) const;

 private:
  void read_sizes();
  void read_embeddings(Encoder& encoder) const;
  Encoder::Layer read_layer(std::size_t first_section, Encoder& encoder) const;

  ModelFile file_;
  EncoderSizes sizes_;
};

}  // namespace dossier::extract::encoder
