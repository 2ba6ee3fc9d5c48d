// SPDX-License-Identifier: Apache-2.0
// The input of a load, cut into pieces for several threads. Private to storage/.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <utility>
#include <vector>

#include "dossier/quad.h"
#include "dossier/storage.h"
#include "storage/load/chunk.h"

namespace dossier::storage {

/// Where a load reads quads from: a file, or what one of the pointers refers to.
struct LoadSource {
  LoadSource() = default;
  explicit LoadSource(LoadInput description) : input(std::move(description)) {}

  LoadInput input;
  std::istream* stream = nullptr;            ///< read instead of the file `input.path`
  const QuadGenerator* generator = nullptr;  ///< called instead of reading anything
};

struct Piece {
  Origin origin;
  const LoadSource* source = nullptr;
  std::string text;         ///< whole lines of N-Triples or N-Quads
  std::vector<Quad> quads;  ///< of the other formats, and of generators
};

inline bool has_lines(const LoadSource& source) {
  const RdfFormat format = source.input.format;
  return source.generator == nullptr &&
         (format == RdfFormat::ntriples || format == RdfFormat::nquads);
}

/// Cuts a stream at line ends.
class LinePieces {
 public:
  LinePieces(std::istream& stream, std::size_t piece_bytes)
      : stream_(stream), piece_bytes_(piece_bytes) {}

  /// About `piece_bytes` of whole lines, without the document's byte order mark; false at the end.
  /// Throws Error(limit) for a line that is longer than Window::kLongest.
  bool next(std::string& text);

 private:
  std::istream& stream_;
  std::size_t piece_bytes_;
  std::string rest_;
  std::uint64_t given_ = 0;  ///< bytes of the pieces so far
  bool first_ = true;
};

}  // namespace dossier::storage
