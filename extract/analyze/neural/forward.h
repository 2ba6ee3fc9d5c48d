// SPDX-License-Identifier: Apache-2.0
// The forward pass: from feature rows to scores. Training and analysis share this code; what only
// training needs (gates, states, dropout) is kept in the same structures.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/analyze/neural/batch.h"
#include "extract/analyze/neural/weights.h"

namespace dossier::extract {

/// A right-hand side a weight matrix.
struct PackedMatrices {
  struct Lstm {
    Packed input, recurrent;
  };
  std::array<std::array<Lstm, 2>, kLayers> lstm;
  Packed tag, name, project, arc, distance, label;

 protected:
  /// Packs each matrix by `how`.
  void pack_each(const Weights& weights, void (Packed::*how)(const Matrix&));
};

/// The weights as they are.
struct PackedWeights : PackedMatrices {
  void pack(const Weights& weights) { pack_each(weights, &Packed::pack); }
};

/// One direction of one LSTM layer over a batch; rows in the order the direction reads them.
struct LstmRun {
  Matrix input;  ///< mirrored copy; empty for left to right
  Matrix gates, states, squashed, out;
};

/// Masks of 0 or 1 / (1 - rate), a row a sentence; empty: no dropout.
struct Dropout {
  Matrix input, first, tag, name, encoded, named, projected;
};

struct Forward {
  /// Skips the names: for training on sentences where they are unknown.
  bool without_names = false;
  Matrix input;
  std::array<std::array<LstmRun, 2>, kLayers> runs;
  Matrix first;        ///< first layer's output, dropped out for the second
  Matrix first_tags;   ///< and for the tags; empty without dropout
  Matrix first_names;  ///< and for the names; empty without dropout
  Matrix encoded;      ///< the tree's layer's
  Matrix named;        ///< the names' layer's
  Matrix tags;         ///< scores, a row a word
  Matrix names;
  Matrix projected;
  Matrix arcs;       ///< each dependent's row, to be multiplied with heads' projections
  Matrix distances;  ///< each dependent's liking of its head's distance
};

constexpr float kLeak = 0.1F;
inline float leaky(float x) { return x > 0 ? x : kLeak * x; }

/// Runs everything that needs no tree. `forward.input` must be filled in.
void run_forward(const Kernels& kernels, const Weights& weights, const PackedWeights& packed,
                 const BatchLayout& layout, const Dropout& dropout, Forward& forward);

/// Sums the embeddings of a sentence's words into rows of `input`.
void embed(const Weights& weights, const SentenceInput& sentence, const BatchLayout& layout,
           std::size_t index, Matrix& input);

/// Arc scores of one sentence: row = dependent, column = head, both counted from the root 0;
/// `scores` becomes size x padded(size).
void score_arcs(const Kernels& kernels, const Forward& forward, const BatchLayout& layout,
                std::size_t index, std::size_t size, Matrix& scores);

/// What the labels look at for a pair: kPairWidth numbers from two rows of `projected`.
void pair_view(const float* head_row, const float* dependent_row, float* out);

}  // namespace dossier::extract
