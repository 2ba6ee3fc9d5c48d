// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/sign_off.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/dateline.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestName = 6;    ///< words, with a title
constexpr std::size_t kSignOffWithin = 8;  ///< lines from the end
constexpr std::size_t kNameWithin = 3;     ///< lines below the sign-off

/// "14 December 2019" below a name and an office.
std::optional<WrittenDate> date_below(std::u32string_view text, const std::vector<Line>& lines,
                                      std::size_t name, const Lexicon& lexicon) {
  for (std::size_t i = name + 1; i < lines.size(); ++i)
    if (const auto date = date_line(text_of(text, lines[i].span), lexicon)) return date->date;
  return std::nullopt;
}

/// "Douglas Fenwick Head of Lending", as a page gives two lines set close to each other.
std::u32string name_before_office(const std::vector<std::u32string_view>& words,
                                  const Lexicon& lexicon) {
  for (std::size_t i = 2; i < words.size() && i <= 3; ++i) {
    if (!lexicon.is(to_lower(to_utf8(words[i])), kTitle | kTitlePart)) continue;
    const char32_t* const last = words[i - 1].data() + words[i - 1].size();
    const std::u32string_view name(words[0].data(),
                                   static_cast<std::size_t>(last - words[0].data()));
    if (is_full_name(name, lexicon)) return std::u32string(name);
  }
  return {};
}

}  // namespace

bool is_sign_off(std::u32string_view line) {
  static const WordSet phrases("document_words", "sign_off");
  std::u32string_view bare = trim(line);
  while (!bare.empty() && (bare.back() == U',' || bare.back() == U'.' || bare.back() == U'!' ||
                           is_dash(bare.back())))
    bare.remove_suffix(1);
  std::u32string phrase = to_lower(trim(bare));
  if (phrases.contains(to_utf8(phrase))) return true;
  // "Yours in solidarity"
  constexpr std::size_t kLongestPhrase = 4;
  if (phrase.starts_with(U"yours ") && split_words(phrase).size() <= kLongestPhrase) return true;
  // "With every blessing,", "Very truly yours,"
  static const WordSet heads("document_words", "sign_off_head");
  const auto parts = split_words(phrase);
  const bool head = std::any_of(parts.begin(), parts.end(),
                                [](std::u32string_view word) { return heads.contains(word); });
  if (head && parts.size() > 1 && parts.size() <= kLongestPhrase + 1 && trim(line).back() == U',' &&
      (parts[0] == U"with" || parts.back() == U"yours" || heads.contains(parts.back())))
    return true;
  // "With warm regards"
  if (!phrase.starts_with(U"with ")) return false;
  phrase.erase(0, 5);
  if (phrase.starts_with(U"my ")) phrase.erase(0, 3);
  return phrases.contains(to_utf8(phrase));
}

std::optional<SignOff> find_sign_off(std::u32string_view text, const std::vector<Line>& lines,
                                     const Lexicon& lexicon) {
  const std::size_t first = lines.size() > kSignOffWithin ? lines.size() - kSignOffWithin : 0;
  for (std::size_t i = std::max<std::size_t>(first, 1); i + 1 < lines.size(); ++i) {
    if (!is_sign_off(text_of(text, lines[i].span))) continue;
    for (std::size_t n = i + 1; n < std::min(lines.size(), i + 1 + kNameWithin); ++n) {
      std::u32string_view line = text_of(text, lines[n].span);
      // "pp Helga Brandt": somebody else signs for her.
      for (const std::u32string_view stands_for : {U"pp ", U"p.p. ", U"for "})
        if (line.starts_with(stands_for)) line = trim(line.substr(stands_for.size()));
      // "Petra Sand, Secretary"
      line = trim(line.substr(0, line.find(U", ")));
      const auto words = split_words(line);
      if (words.size() < 2 || words.size() > kLongestName || !is_capitalised_phrase(line)) continue;
      std::u32string name = name_before_office(words, lexicon);
      if (name.empty()) name = name_without_title(line, lexicon, 2);
      // "F. Lind", as written by hand, above "Freya Lind": the whole name counts.
      const auto typed = n + 1 < lines.size() ? text_of(text, lines[n + 1].span) : U"";
      if (words[0].size() == 2 && words[0].back() == U'.' && typed.ends_with(words.back()) &&
          typed.starts_with(words[0].front()) && is_full_name(typed, lexicon))
        name = typed;
      if (!name.empty() && may_be_person(to_utf8(name), lexicon))
        return SignOff{i, to_utf8(name), date_below(text, lines, n, lexicon)};
    }
  }
  return std::nullopt;
}

}  // namespace dossier::extract
