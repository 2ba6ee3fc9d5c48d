// SPDX-License-Identifier: Apache-2.0
// The words in a picture of a page, recognised by the program tesseract.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/interruption.h"
#include "extract/reader/child_program.h"

namespace dossier::extract {

/// A page in shades of gray, a byte a pixel, row by row; 0 is black.
struct PagePicture {
  std::uint32_t width = 0, height = 0;
  double dots_per_inch = 0;
  std::string pixels;

  /// How many bytes `pixels` has when it is complete.
  std::size_t size() const { return std::size_t{width} * height; }
};

/// Places are in points from the page's left and upper edge; top and bottom are those of the line,
/// so that words of one line are of one height.
struct RecognizedWord {
  std::u32string text;
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// The path of tesseract, looked for on PATH. Throws Error(unsupported), which begins with
/// `source_name`, where it is not installed.
std::string find_tesseract(const std::string& source_name);

/// In reading order; what is hardly legible is left out. Starts `program` for this picture. Throws
/// Error(limit) when `deadline` passes, Error(unsupported) when the program fails, both beginning
/// with `source_name`, and what the interruption throws. Thread-safe.
std::vector<RecognizedWord> recognize_words(const PagePicture& picture, const std::string& program,
                                            const std::string& source_name,
                                            const Interruption& interruption,
                                            ChildProgram::Clock::time_point deadline);

/// The words of tesseract's table (TSV): lines are level 4, words level 5. What is no row of such a
/// table is left out.
std::vector<RecognizedWord> words_of_table(std::string_view table, double dots_per_inch);

}  // namespace dossier::extract
