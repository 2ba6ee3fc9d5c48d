// How much of one file is read.
#pragma once

#include <cstddef>

namespace dossier::extract {

/// What is larger is refused: analysing takes some hundred bytes of memory a character.
struct ReadLimits {
  std::size_t file = std::size_t{256} << 20;  ///< bytes, as stored and unpacked
  std::size_t text = std::size_t{32} << 20;   ///< bytes of a text or page, characters of a PDF
};

}  // namespace dossier::extract
