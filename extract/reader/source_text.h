// SPDX-License-Identifier: Apache-2.0
// What every format comes down to: text in lines, and what the format itself says about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// Metadata outside the running text: front matter, <meta>, a PDF's information. Empty: not given.
struct StatedFacts {
  std::string title, date, author, place, publisher;
  std::string address;  ///< of the page, as it gives it itself
  MessageIds message = {};
  /// The date is the document's own and outweighs one read in the text; else it stands in.
  bool date_outweighs_text = true;
  /// The author may be whoever typed the text, or an account: one that the text names is surer.
  bool author_may_be_typist = false;
};

/// Of Markdown and plain text, `text` is the file's; of HTML and PDF it is made here: a block
/// (heading, paragraph, list item) is a line, with a blank line before the next.
struct SourceText {
  std::u32string text;
  StatedFacts facts;
  std::optional<TextSpan> headline;   ///< when the format marks one
  bool guesses_headline = false;      ///< by the size of its letters alone
  std::vector<TextSpan> headings;     ///< of sections, where the format marks them
  std::vector<TextSpan> bold;         ///< blocks in bold letters alone, where the format tells
  std::vector<TextSpan> large;        ///< blocks in letters larger than those of the text
  std::vector<TextSpan> boilerplate;  ///< what the format shows to be no part of the running text
  std::vector<TextSpan> labels;       ///< of speakers, each through its colon, when it marks them
  std::vector<Position> positions;
  std::vector<TableRow> rows;  ///< in the order of the text
  /// False: what stands before the running text is known from the format, not looked for in lines.
  bool may_have_header = true;
  /// False: short lines at the end are text, and no foot of a page.
  bool may_have_foot = true;
  /// False: there are no lines that a web page or an office puts around its text.
  bool may_have_boilerplate = false;
};

/// Adds a row of a table, whose spans count in `block`, as a block.
TextSpan add_row(SourceText& source, std::u32string_view block, TableRow row);

/// Adds a block as SourceText::text holds them and tells where it stands.
TextSpan add_block(SourceText& source, std::u32string_view block);

}  // namespace dossier::extract
