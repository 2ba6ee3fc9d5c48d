// SPDX-License-Identifier: Apache-2.0
// A load's input in pieces that threads can work on apart. Private to storage/.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "dossier/quad.h"
#include "dossier/storage.h"
#include "storage/load/chunk.h"

namespace dossier::storage {

struct Piece {
  Origin origin;
  const LoadInput* input = nullptr;
  std::string text;         ///< whole lines of N-Triples or N-Quads
  std::vector<Quad> quads;  ///< of the other formats
};

inline bool has_lines(const LoadInput& input) {
  return input.format == RdfFormat::ntriples || input.format == RdfFormat::nquads;
}

/// Cuts a stream at line ends.
class LinePieces {
 public:
  LinePieces(std::istream& stream, std::size_t piece_bytes)
      : stream_(stream), piece_bytes_(piece_bytes) {}

  /// About `piece_bytes` of whole lines, without the document's byte order mark; false at the end.
  /// Throws Error(input) for a line that no memory should be given to.
  bool next(std::string& text);

 private:
  std::istream& stream_;
  std::size_t piece_bytes_;
  std::string rest_;
  bool first_ = true;
};

}  // namespace dossier::storage
