// SPDX-License-Identifier: Apache-2.0
// What the network has learnt: the sizes of its layers and their weights.
//
//   feature rows -> input -> BiLSTM -> tags
//                              |-> BiLSTM -> projections -> arcs (biaffine, Dozat & Manning 2017),
//                              |                            labels
//                              |-> BiLSTM -> names (a chain of labels)
#pragma once

#include <array>
#include <cstddef>

#include "extract/analyze/neural/matrix.h"

namespace dossier::extract {

/// Parts of a word's input, each a table of embeddings side by side; a word may use several rows of
/// one part (their sum) or none.
enum Slot : std::uint8_t {
  kWordSlot,
  kTagSlot,        ///< the perceptron's tag
  kSuffix3Slot,    ///< last three letters
  kSuffix2Slot,    ///< last two
  kPrefixSlot,     ///< first three
  kShapeSlot,      ///< capitals, digits, signs
  kWordNetSlot,    ///< parts of speech and noun class of the lemma
  kGazetteerSlot,  ///< kinds of known names here
  kSlots
};

inline constexpr std::array<std::size_t, kSlots> kSlotWidth{96, 48, 24, 16, 16, 16, 16, 24};
inline constexpr std::size_t kInputWidth = 256;

inline constexpr std::size_t kHidden = 160;  ///< units of an LSTM, one direction
inline constexpr std::size_t kEncoded = 2 * kHidden;
enum Layer : std::size_t { kFirstLayer, kTreeLayer, kNameLayer, kLayers };
inline constexpr std::size_t kArcWidth = 128;
inline constexpr std::size_t kSumWidth = 128;      ///< of the label's view: relu(head + dependent)
inline constexpr std::size_t kProductWidth = 128;  ///< and head * dependent
inline constexpr std::size_t kPairWidth = kSumWidth + kProductWidth;
inline constexpr std::size_t kArcHeadAt = 0;  ///< offsets of the projections in their row
inline constexpr std::size_t kArcDependentAt = kArcWidth;
inline constexpr std::size_t kPairHeadAt = 2 * kArcWidth;
inline constexpr std::size_t kPairDependentAt = kPairHeadAt + kPairWidth;
inline constexpr std::size_t kProjected = kPairDependentAt + kPairWidth;
inline constexpr std::size_t kDistances = 32;  ///< classes of head position less own position

struct LstmWeights {
  Matrix input;      ///< in x 4 * kHidden: input, forget, output gate, candidate
  Matrix recurrent;  ///< kHidden x 4 * kHidden
  Matrix bias;
};

struct Weights {
  std::array<Matrix, kSlots> tables;
  std::array<std::array<LstmWeights, 2>, kLayers> lstm;  ///< left to right, right to left
  Matrix tag, tag_bias;
  Matrix name, name_bias;
  Matrix name_step;  ///< from one label to the next; last row: from the start
  Matrix project, project_bias;
  Matrix arc, arc_bias;  ///< dependent -> what is multiplied with heads
  Matrix distance, distance_bias;
  Matrix label, label_bias;

  /// Calls f(matrix) for every one, always in the same order; the tables first.
  template <typename F>
  void for_each(F f) {
    for (Matrix& table : tables) f(table);
    for (auto& layer : lstm) {
      for (LstmWeights& direction : layer) {
        f(direction.input);
        f(direction.recurrent);
        f(direction.bias);
      }
    }
    for (Matrix* matrix : {&tag, &tag_bias, &name, &name_bias, &name_step, &project, &project_bias,
                           &arc, &arc_bias, &distance, &distance_bias, &label, &label_bias}) {
      f(*matrix);
    }
  }
};

struct OutputCounts {
  std::size_t tags = 0;
  std::size_t names = 0;
  std::size_t labels = 0;
};

/// All matrices of the right size and zero.
Weights make_weights(const std::array<std::size_t, kSlots>& table_rows, OutputCounts outputs);

/// 0 to kDistances - 1: how far right or left of its dependent a head is, far ones together;
/// the root, position 0, apart.
std::size_t distance_class(std::size_t dependent, std::size_t head);

}  // namespace dossier::extract
