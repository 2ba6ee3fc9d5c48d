// SPDX-License-Identifier: Apache-2.0
// How much of one file is read.
#pragma once

#include <cstddef>

namespace dossier::extract {

/// What is larger is refused: analysing and storing take 500 bytes of memory a character.
struct ReadLimits {
  std::size_t file = std::size_t{256} << 20;  ///< bytes, as stored and unpacked
  std::size_t text = std::size_t{8} << 20;    ///< bytes of a text, characters of what markup holds

  /// Bytes of HTML or CoNLL-U.
  std::size_t markup() const { return text * 4; }
};

}  // namespace dossier::extract
