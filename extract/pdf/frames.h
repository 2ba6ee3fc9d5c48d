// SPDX-License-Identifier: Apache-2.0
// What dossier-pdf writes for the library: a sequence of frames.
//
// A frame is its size (4 bytes, of what follows), its type (1 byte) and its content. Numbers are in
// the machine's own order of bytes, for both ends run on one machine. Text is in UTF-16.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dossier::pdf {

/// The first frame holds it, so that programs of different versions do not misread each other.
inline constexpr std::uint32_t kVersion = 2;

enum class Frame : std::uint8_t {
  version = 'V',  ///< 4 bytes
  info = 'I',     ///< Info (1 byte) and its text
  page = 'P',     ///< height in points (double)
  word = 'W',     ///< left, top, right, bottom (doubles); space behind it (1 byte); text
  picture = 'G',  ///< of a page without words: width, height (4 bytes), dots an inch
  grays = 'Y',    ///< the next pixels of the picture, a byte each, row by row; 0 is black
  refused = 'R',  ///< Refusal (1 byte); the last frame
  end = 'E',      ///< nothing; the last frame
};

enum class Info : std::uint8_t { title, author, date };
enum class Refusal : std::uint8_t { damaged, locked, memory };

/// Longer frames are not sent; a longer word is left out.
inline constexpr std::size_t kLongestFrame = std::size_t{1} << 20;

/// A larger page is drawn with fewer dots an inch.
inline constexpr std::uint32_t kMostPixels = 40'000'000;

/// Exit status of a program that had no memory left to say so in a frame.
inline constexpr int kOutOfMemory = 3;

}  // namespace dossier::pdf
