// SPDX-License-Identifier: Apache-2.0
// The visible text of a page in blocks, and what its head says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Who wrote a page, or when, by the name that its element has: class="byline", rel="author".
struct HtmlOrigin {
  enum class Kind : std::uint8_t { author, date };
  Kind kind = Kind::author;
  std::u32string text;  ///< as HtmlBlock::text
};

/// A heading, paragraph, list item or cell: text between two tags that break the line.
struct HtmlBlock {
  std::u32string text;       ///< white space collapsed; lines only where <br> or <pre> has them
  int heading = 0;           ///< 1 to 6 for <h1> to <h6>
  bool item = false;         ///< of a list
  bool in_main = false;      ///< inside <main>
  bool in_article = false;   ///< inside <article>
  bool boilerplate = false;  ///< named so: a class "menu", "share", "cookie"
  std::size_t linked = 0;    ///< characters that stand inside links
  std::vector<HtmlOrigin> origins = {};  ///< elements that ended in it
  std::optional<TableRow> row = {};      ///< of a table of data; its spans count in `text`
};

struct HtmlPage {
  std::vector<HtmlBlock> blocks;
  std::string title;                         ///< of <title>
  std::map<std::string, std::string> metas;  ///< the first of each name, property or itemprop
  std::string time;                          ///< the first <time datetime>
  bool time_of_change = false;               ///< "Updated" stands before it
  std::vector<std::string> linked_data;      ///< JSON-LD scripts
};

/// Reads a page as libxml2's HTML parser understands it, element by element, without building a
/// tree: any nesting costs only its own length. Left out: script, style, nav, footer, aside, forms
/// and what is hidden. Throws Error(input) when libxml2 gives up.
HtmlPage read_html_blocks(const std::string& utf8, const std::string& source_name);

}  // namespace dossier::extract
