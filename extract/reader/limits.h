// SPDX-License-Identifier: Apache-2.0
// How much of one file is read.
#pragma once

#include <cstddef>

namespace dossier::extract {

/// What is larger is refused: analysing and storing take 500 bytes of memory a character.
struct ReadLimits {
  std::size_t file = std::size_t{256} << 20;  ///< bytes, as stored and unpacked
  std::size_t text = std::size_t{8} << 20;    ///< bytes of a text, characters of what markup holds
  std::size_t entries = 100'000;              ///< files of an archive, messages of a mailbox
  std::size_t depth = 4;                      ///< archives inside each other

  /// Bytes of HTML, XML or CoNLL-U.
  std::size_t markup() const { return text * 4; }
};

}  // namespace dossier::extract
