// SPDX-License-Identifier: Apache-2.0
// What dossier-pdf has written, frame by frame. Nothing in it is trusted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/pdf/frames.h"

namespace dossier::extract {

struct PdfFrame {
  pdf::Frame type = pdf::Frame::end;
  std::string_view content;  ///< valid until the next call of PdfFrames
};

/// Cuts the stream of bytes into frames.
class PdfFrames {
 public:
  void add(std::string_view bytes);
  /// None until the rest of it has come. Throws std::out_of_range for a size that no frame has.
  std::optional<PdfFrame> next();

 private:
  std::string buffer_;
  std::size_t at_ = 0;
};

/// The content of a frame, read from its beginning. All throw std::out_of_range when it is shorter.
class PdfContent {
 public:
  explicit PdfContent(std::string_view content) : rest_(content) {}

  std::uint8_t byte();
  std::uint32_t number();
  double place();  ///< throws std::out_of_range, too, for what is no finite number
  /// The rest, from UTF-16: ligatures apart, controls left out, U+FFFD for half a pair.
  std::u32string text();

 private:
  template <typename Value>
  Value take();

  std::string_view rest_;
};

}  // namespace dossier::extract
