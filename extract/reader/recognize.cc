// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/recognize.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "dossier/error.h"
#include "extract/reader/program_path.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr double kPointsPerInch = 72;
/// Percent. What tesseract makes of pictures and stains is below.
constexpr double kLeastConfidence = 30;

// Columns of the table: level page_num block_num par_num line_num word_num left top width height
// conf text.
enum Column { kLevel = 0, kLeft = 6, kTop = 7, kWidth = 8, kHeight = 9, kConfidence = 10, kText };
constexpr std::size_t kColumns = 12;
constexpr int kLineLevel = 4, kWordLevel = 5;

using Row = std::array<std::string_view, kColumns>;

std::optional<Row> row_of(std::string_view line) {
  Row row;
  for (std::size_t i = 0; i + 1 < kColumns; ++i) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    row[i] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  row[kText] = line;
  return row;
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

struct Extent {
  double left = 0, top = 0, right = 0, bottom = 0;
};

std::optional<Extent> extent_of(const Row& row, double scale) {
  const auto left = number_in(row[kLeft]), top = number_in(row[kTop]);
  const auto width = number_in(row[kWidth]), height = number_in(row[kHeight]);
  if (!left || !top || !width || !height) return std::nullopt;
  return Extent{*left * scale, *top * scale, (*left + *width) * scale, (*top + *height) * scale};
}

/// A picture in the format that all programs read ("netpbm").
std::string pgm_of(const PagePicture& picture) {
  return fmt::format("P5\n{} {}\n255\n", picture.width, picture.height) + picture.pixels;
}

}  // namespace

std::string find_tesseract(const std::string& source_name) {
  if (const auto found = program_on_path("tesseract")) return *found;
  throw Error(ErrorCode::unsupported,
              source_name +
                  ": scanned pages are recognised by the program tesseract, which is not "
                  "on PATH; install the package tesseract-ocr");
}

std::vector<RecognizedWord> words_of_table(std::string_view table, double dots_per_inch) {
  const double scale = kPointsPerInch / dots_per_inch;
  std::vector<RecognizedWord> words;
  Extent line;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const auto row = row_of(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
    if (!row) continue;
    const auto level = number_in((*row)[kLevel]);
    const auto extent = extent_of(*row, scale);
    if (!level || !extent) continue;
    if (*level == kLineLevel) line = *extent;
    const auto confidence = number_in((*row)[kConfidence]);
    if (*level != kWordLevel || !confidence || *confidence < kLeastConfidence) continue;
    const std::u32string text(trim(to_code_points((*row)[kText])));
    if (!text.empty()) words.push_back({text, extent->left, line.top, extent->right, line.bottom});
  }
  return words;
}

std::vector<RecognizedWord> recognize_words(const PagePicture& picture, const std::string& program,
                                            const std::string& source_name,
                                            const Interruption& interruption,
                                            ChildProgram::Clock::time_point deadline) {
  const std::string dots = fmt::format("{:.0f}", picture.dots_per_inch);
  // Documents are read side by side already.
  ChildProgram child(program, {"stdin", "stdout", "--dpi", dots, "-l", "eng", "tsv"},
                     pgm_of(picture), {"OMP_THREAD_LIMIT=1"});
  std::string table;
  for (;;) {
    const auto piece = child.read(interruption, deadline);
    if (!piece) {
      throw Error(ErrorCode::limit,
                  source_name +
                      ": recognising its pages takes more time than it is granted; split "
                      "it, or raise the limit (--document-timeout)");
    }
    if (piece->empty()) break;
    table += *piece;
  }
  const ChildProgram::End end = child.wait(deadline);
  if (end.known && (end.status != 0 || end.signal != 0)) {
    throw Error(ErrorCode::unsupported,
                fmt::format("{}: the program {} failed on a page of it; is its language installed "
                            "(package tesseract-ocr-eng)?",
                            source_name, program));
  }
  return words_of_table(table, picture.dots_per_inch);
}

}  // namespace dossier::extract
