// SPDX-License-Identifier: Apache-2.0
// The encoder and what reads its states, from one model file.
//
// | section, behind those of encoder_file.h | content                                        |
// | 0                                       | u32: width of the hidden layer of pairs        |
// | 1                                       | i32: bounds of distances, ascending            |
// | 2, 3, 4                                 | pronouns with mentions (PairHead), one output  |
// | 5                                       | f32, 2 * width: the score of "none of them"    |
// | 6                                       | string table of properties                     |
// | 7, 8, 9                                 | pairs of mentions, an output a property        |
// | 10 to 14                                | names (NameHead)                               |
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/encoder/encoder.h"
#include "extract/encoder/name_head.h"
#include "extract/encoder/pair_head.h"

namespace dossier::extract::encoder {

/// Immutable: one serves any number of threads.
class ReadingModel {
 public:
  /// The bytes must outlive it and begin at a multiple of 4. Throws Error(input) when they are
  /// damaged.
  explicit ReadingModel(std::string_view model, const Kernels& kernels = best_kernels());

  /// The one in the library, made at the first call; null when there is none. Thread-safe.
  static const ReadingModel* builtin();

  const Encoder& encoder() const noexcept { return encoder_; }
  const NameHead& names() const noexcept { return names_; }
  /// A pronoun (left) with a mention it may mean (right).
  const PairHead& links() const noexcept { return links_; }
  /// That a pronoun means none of the mentions.
  float none_score(PieceSpan pronoun, const std::vector<float>& states) const;
  /// A subject (left) with an object (right): an output for each property.
  const PairHead& relations() const noexcept { return relations_; }
  const std::vector<std::string>& properties() const noexcept { return properties_; }

 private:
  ReadingModel(const EncoderReader& reader, const Kernels& kernels);

  Encoder encoder_;
  NameHead names_;
  PairHead links_;
  const float* none_ = nullptr;
  PairHead relations_;
  std::vector<std::string> properties_;
};

}  // namespace dossier::extract::encoder
