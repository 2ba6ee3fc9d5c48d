// SPDX-License-Identifier: Apache-2.0
// Gradients of the network: the steps of forward.h in reverse order.
#pragma once

#include "extract/analyze/neural/forward.h"

namespace dossier::extract {

/// The weights, transposed.
struct PackedTransposes : PackedMatrices {
  void pack(const Weights& weights) { pack_each(weights, &Packed::pack_transpose); }
};

/// The loss's derivatives by what run_forward() made; widths as there.
struct OutputGradients {
  Matrix tags, names, arcs, distances, projected;
};

/// Adds to `gradients` (but the tables') and sets `input` to the derivatives by the embeddings.
void run_backward(const Kernels& kernels, const PackedTransposes& transposes,
                  const BatchLayout& layout, const Dropout& dropout, const Forward& forward,
                  OutputGradients& outputs, Weights& gradients, Matrix& input);

/// sums += leftᵀ * right, for a weight of `sums`' size; `left` has right.rows rows.
void add_product(const Kernels& kernels, Operand left, const Matrix& right, Matrix& sums);

/// Adds the sum of the rows.
void add_rows(const Matrix& values, Matrix& sums);

}  // namespace dossier::extract
