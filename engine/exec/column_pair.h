// SPDX-License-Identifier: Apache-2.0
// A column of an operator's input and where its values stand in the output.
#pragma once

#include <cstddef>

namespace dossier {

/// Positions in the layouts of the input and of the output.
struct ColumnPair {
  std::size_t from = 0;
  std::size_t to = 0;
};

}  // namespace dossier
