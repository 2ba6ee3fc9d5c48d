// SPDX-License-Identifier: Apache-2.0
// Tags of words that tell the names of a sentence: "O", "B-PERSON", "I-PERSON", ... A word is the
// states of its first and of its last piece, and of the first pieces of the words beside it. As
// train_names.py of extract/train/encoder:
//
//   out * gelu(H word + bias) + out_bias
//
// The data sets that teach names define them differently: each definition has scores of its own,
// and the tags come from the weighted sum of the logarithms of the probabilities that they tell.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/encoder/encoder_file.h"
#include "extract/encoder/kernels.h"
#include "extract/encoder/pair_head.h"

namespace dossier::extract::encoder {

/// Immutable once read. The same bits whatever the processor.
class NameHead {
 public:
  struct WordTag {
    std::uint32_t tag = 0;  ///< index into tags()
    float probability = 0;  ///< of this tag for this word, whatever the words beside it
  };

  NameHead() = default;
  /// From five sections of a model file, which must outlive it:
  ///
  /// | section   | content                                                                     |
  /// | first     | string table of the tags, "O" the first                                     |
  /// | first + 1 | f32: the weight of each definition in the sum                               |
  /// | first + 2 | u32: width of the hidden layer                                              |
  /// | first + 3 | matrix of 4 * width x hidden                                                |
  /// | first + 4 | matrix of hidden x (definitions * tags), filled up to a multiple of 16      |
  ///
  /// Throws Error(input) when the sections are damaged.
  NameHead(const EncoderReader& reader, std::size_t first, const Kernels& kernels);

  const std::vector<std::string>& tags() const noexcept { return tags_; }

  /// Of the words of one sentence, the most likely sequence in which each "I-" continues a name of
  /// its type. `states` are those of the window.
  std::vector<WordTag> read(std::span<const PieceSpan> words,
                            const std::vector<float>& states) const;

 private:
  std::vector<float> multiply(const std::vector<float>& rows, const Int8Matrix& matrix) const;
  std::vector<float> scores(std::span<const PieceSpan> words,
                            const std::vector<float>& states) const;
  std::vector<std::uint32_t> best_sequence(const std::vector<float>& scores) const;
  bool follows(std::size_t tag, std::size_t before) const;

  const Kernels* kernels_ = nullptr;
  std::size_t width_ = 0;  ///< of a state
  std::vector<std::string> tags_;
  std::vector<float> weights_;
  Int8Matrix hidden_, out_;
  std::vector<std::vector<std::int32_t>> sums_;
};

}  // namespace dossier::extract::encoder
