// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_origin.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestOrigin = 25;  ///< words of a block that tells who and when

/// "Mara Lund Chief reporter": the part before what she is.
std::u32string_view without_office(std::u32string_view text, const Lexicon& lexicon) {
  static const WordSet writers("document_words", "writer");
  const auto words = split_words(text);
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::string lower = to_utf8(to_lower(words[i]));
    if (writers.contains(lower) || lexicon.is(lower, kTitle | kTitlePart))
      return trim(text.substr(0, static_cast<std::size_t>(words[i].data() - text.data())));
  }
  return text;
}

/// "asked by Mattie Rowe 101"
std::u32string_view behind_by(std::u32string_view text) {
  const std::size_t by = to_lower(text).find(U" by ");
  return by == std::u32string_view::npos ? text : trim(text.substr(by + 4));
}

/// A name of two words and more, of no body: "By Freya Nyland", "IMKE TOLLAND".
std::string person_in(std::u32string_view text) {
  const Lexicon& lexicon = Lexicon::builtin();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(U'\n'), text.size());
    const std::u32string_view who = without_office(behind_by(text.substr(0, end)), lexicon);
    text.remove_prefix(std::min(end + 1, text.size()));
    auto byline = read_byline(who, lexicon);
    if (!byline) byline = read_byline(U"By " + std::u32string(who), lexicon);
    if (byline && may_be_person(byline->author, lexicon)) return byline->author;
  }
  return {};
}

void take(const HtmlBlock& block, StatedFacts& facts) {
  for (const HtmlOrigin& origin : block.origins) {
    const bool author = origin.kind == HtmlOrigin::Kind::author;
    if (author && facts.author.empty()) facts.author = person_in(origin.text);
    if (!facts.date.empty()) continue;
    if (const auto date = find_date(origin.text)) {
      facts.date = to_utf8(std::u32string_view(origin.text).substr(date->begin));
      facts.date_outweighs_text = false;
    }
  }
}

bool is_little_else(const HtmlBlock& block) {
  std::size_t longest = 0;
  for (const HtmlOrigin& origin : block.origins) longest = std::max(longest, origin.text.size());
  return block.heading == 0 && !block.row && longest * 2 >= block.text.size() && longest > 0 &&
         !ends_like_prose(block.text) && split_words(block.text).size() <= kLongestOrigin;
}

}  // namespace

void take_origins(std::vector<HtmlBlock>& blocks, const HtmlBlock* headline, StatedFacts& facts) {
  const auto first =
      headline == nullptr ? blocks.begin() : blocks.begin() + (headline - blocks.data());
  for (auto block = first; block != blocks.end(); ++block) take(*block, facts);
  for (auto block = blocks.begin(); block != first; ++block) take(*block, facts);
  for (HtmlBlock& block : blocks)
    if (is_little_else(block)) block.boilerplate = true;
}

}  // namespace dossier::extract
