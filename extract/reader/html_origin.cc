// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_origin.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author.h"
#include "extract/reader/author_list.h"
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

/// "admin", "Harbour News": no name of a person, such as the byline may have.
bool needs_author(const StatedFacts& facts) {
  return split_words(to_code_points(facts.author)).size() < 2 ||
         !may_be_person(first_author(facts.author, Lexicon::builtin()), Lexicon::builtin());
}

void take_author(const HtmlOrigin& origin, StatedFacts& facts) {
  const std::string person = person_in(origin.text);
  if (person.empty()) return;
  // An office that is given as the author publishes what the person has written.
  if (facts.publisher.empty() && is_body(facts.author)) facts.publisher = facts.author;
  facts.author = person;
}

/// "Anna Berg and Jo Aas in Oslo", where nothing else is told.
void take_place(const HtmlBlock& block, StatedFacts& facts) {
  const bool author =
      std::any_of(block.origins.begin(), block.origins.end(),
                  [](const HtmlOrigin& origin) { return origin.kind == HtmlOrigin::Kind::author; });
  if (!author || !facts.place.empty()) return;
  auto byline = read_byline(block.text, Lexicon::builtin());
  if (!byline) byline = read_byline(U"By " + block.text, Lexicon::builtin());
  if (byline && byline->place) facts.place = *byline->place;
}

void take(const HtmlBlock& block, StatedFacts& facts) {
  for (const HtmlOrigin& origin : block.origins) {
    if (origin.kind == HtmlOrigin::Kind::author && needs_author(facts)) take_author(origin, facts);
    if (!facts.date.empty()) continue;
    if (const auto date = find_date(origin.text)) {
      facts.date = to_utf8(std::u32string_view(origin.text).substr(date->begin));
      facts.date_outweighs_text = false;
    }
  }
}

/// Characters of a block that tell who and when; of elements inside each other the outer counts.
std::size_t told_by(const std::vector<HtmlOrigin>& origins) {
  std::size_t told = 0;
  for (std::size_t i = 0; i < origins.size(); ++i) {
    const bool inner =
        std::any_of(origins.begin() + static_cast<std::ptrdiff_t>(i) + 1, origins.end(),
                    [&](const HtmlOrigin& later) {
                      return later.text.find(origins[i].text) != std::u32string::npos;
                    });
    told += inner ? 0 : origins[i].text.size();
  }
  return told;
}

bool is_little_else(const HtmlBlock& block) {
  const std::size_t told = told_by(block.origins);
  return block.heading == 0 && !block.row && told * 2 >= block.text.size() && told > 0 &&
         !ends_like_prose(block.text) && split_words(block.text).size() <= kLongestOrigin;
}

}  // namespace

void take_origins(std::vector<HtmlBlock>& blocks, const HtmlBlock* headline, StatedFacts& facts) {
  const auto first =
      headline == nullptr ? blocks.begin() : blocks.begin() + (headline - blocks.data());
  for (auto block = first; block != blocks.end(); ++block) take(*block, facts);
  for (auto block = blocks.begin(); block != first; ++block) take(*block, facts);
  for (HtmlBlock& block : blocks) {
    if (!is_little_else(block)) continue;
    block.boilerplate = true;
    take_place(block, facts);
  }
}

}  // namespace dossier::extract
