// SPDX-License-Identifier: Apache-2.0
// What stands before the running text: headline, date, place, author, links, boilerplate.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"

namespace dossier::extract {

class Lexicon;
struct SourceText;

struct HeaderFacts {
  void take_day(const WrittenDate& date) {
    day = date.day;
    time = date.time;
    order = date.order;
  }

  std::optional<Day> day;
  std::optional<WrittenDate> only_day;  ///< of all the lines above the text, in no form of its own
  std::optional<std::string> month;     ///< "2017-06" or "2017", where no day is told
  std::optional<std::string> time;
  WrittenDate::Order order = WrittenDate::Order::day_first;  ///< as `day` is written
  std::optional<std::string> place;
  std::optional<std::string> author;
  std::optional<std::string> likely_author;  ///< where no line tells it in a form of its own
  std::size_t likely_author_line = 0;
  std::optional<TextSpan> headline;
  std::string announced;   ///< the person whose words the title announces; empty for none
  bool interview = false;  ///< the title says so: what stands before the questions is the editor's
  bool date_from_line = false;  ///< from a line of its own, which outweighs one in the headline
};

struct Header {
  HeaderFacts facts;
  /// One for each line; lines behind the header are body.
  std::vector<Paragraph::Kind> kinds;
  /// The dateline at the start of a body line ("PARIS, 3 May 2021 -"), not part of its sentence.
  std::optional<TextSpan> inline_dateline;
};

/// `label_line` is the first line that opens a speaker's turn; the header ends there at the latest.
/// A headline and boilerplate that `source` knows from its format stay what they are.
Header read_header(std::u32string_view text, const std::vector<Line>& lines,
                   std::optional<std::size_t> label_line, const SourceText& source,
                   const Lexicon& lexicon);

}  // namespace dossier::extract
