// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/headline_choice.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/letterhead.h"
#include "extract/reader/lines.h"
#include "extract/reader/written_date.h"
#include "extract/reader/written_month.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kRealTitle = 4;  ///< words; shorter lines before it are navigation

/// "From Estpedia, the free encyclopedia", below the title of an entry.
bool names_source(std::u32string_view line) {
  const std::size_t comma = line.find(U',');
  return line.starts_with(U"From ") && !ends_like_prose(line) &&
         is_capitalised_phrase(line.substr(0, comma));
}

/// "Members: Cllrs Moss (Chair), Ford, Lamb, Aziz, Rudd"
bool lists_names(std::u32string_view line) {
  constexpr std::ptrdiff_t kLeastCommas = 3;
  const std::size_t colon = line.find(U": ");
  if (colon == std::u32string_view::npos || split_words(line.substr(0, colon)).size() > 1)
    return false;
  const auto words = split_words(line);
  return std::count(line.begin(), line.end(), U',') >= kLeastCommas &&
         std::none_of(words.begin(), words.end(), [](auto word) { return is_lower(word[0]); });
}

/// The frame around a title: "| GRAIN WEEKLY |".
bool is_framed(std::u32string_view line) { return line.front() == U'|' || line.front() == U'+'; }

/// "NOTICE is hereby given that the": a sentence that goes on below.
bool ends_open(std::u32string_view line) {
  const std::u32string last = to_lower(split_words(line).back());
  return last == U"the" || last == U"a" || last == U"an" || last == U"that" || last == U"of";
}

}  // namespace

bool tells_number(std::u32string_view line) {
  constexpr std::size_t kMostOthers = 4;
  static const WordSet date_words("document_words", "date_word");
  const auto has_digit = [](std::u32string_view word) {
    return std::any_of(word.begin(), word.end(), is_digit);
  };
  const auto words = split_words(line);
  bool number = words.size() > 2 && has_digit(words[0]) && words[1] == U"of" && has_digit(words[2]);
  std::size_t others = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::u32string lower = to_lower(words[i]);
    const bool no = lower == U"no." || lower == U"no.:" || lower == U"nr." || lower == U"number:" ||
                    lower == U"number" || lower == U"#";
    if (no && i + 1 < words.size() && (has_digit(words[i + 1]) || has_digit(words.back())))
      number = true;
    else if (!has_digit(words[i]) && is_letter(words[i].front()))
      ++others;
  }
  return number && others <= kMostOthers;
}

namespace {

/// Not "1", "Venue: Boat house", a row of a table, a list of who was present.
bool may_be_title(std::u32string_view line) {
  const bool words = std::any_of(line.begin(), line.end(), is_letter);
  const std::size_t colon = line.find(U':');
  const bool field = colon != std::u32string_view::npos && split_words(line).size() < kRealTitle &&
                     split_words(line.substr(0, colon)).size() == 1;
  static const WordSet labels("document_words", "question");
  std::u32string_view bare = line;
  while (!bare.empty() && !is_letter(bare.back())) bare.remove_suffix(1);
  const std::string lower = to_lower(to_utf8(bare));
  const bool label = labels.contains(lower) || lower == "answer";
  // "The Secretary of State was asked-"
  const bool leads_on = is_dash(line.back()) || ends_open(line);
  const bool bracketed = line.front() == U'(' && line.back() == U')';
  // "Home > News > Harbour"
  const bool path = line.find(U" > ") != std::u32string_view::npos ||
                    line.find(U" \u203A ") != std::u32string_view::npos ||
                    line.find(U" \u00BB ") != std::u32string_view::npos;
  // "Delivered to the Assembly by Marion Achebe"
  static const WordSet circumstances("document_words", "circumstance");
  const auto parts = split_words(line);
  const bool circumstance =
      parts.size() >= kRealTitle && circumstances.contains(to_lower(to_utf8(parts.front()))) &&
      std::any_of(parts.begin(), parts.end(),
                  [](auto word) { return word == U"by" || word == U"on" || word == U"at"; });
  // "P R E S S   I N F O R M AT I O N"
  const bool spaced =
      parts.size() >= kRealTitle &&
      std::count_if(parts.begin(), parts.end(), [](auto word) { return word.size() == 1; }) * 3 >=
          static_cast<std::ptrdiff_t>(parts.size()) * 2;
  return words && !path && !spaced && !circumstance && !leads_on && !is_framed(line) &&
         !lists_names(line) && !field && !label && !bracketed && !is_short_text(line) &&
         !is_numbered_heading(line);
}

/// Of the words of a title that mean something, those that the text below has, too.
struct Support {
  std::size_t words = 0, told = 0;
  bool strong() const { return told >= 2 && told * 3 >= words * 2; }
  bool weak() const { return words > 0 && told * 3 <= words; }
};

Support support_of(std::u32string_view title, std::u32string_view text) {
  static const WordSet openers("function_words", "opener");
  static const WordSet vague("function_words", "rounding");
  constexpr std::size_t kLeastLetters = 4;
  Support support;
  for (std::u32string_view word : split_words(title)) {
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
    const std::u32string lower = to_lower(word);
    if (lower.size() < kLeastLetters || openers.contains(to_utf8(lower)) ||
        vague.contains(to_utf8(lower)))
      continue;
    ++support.words;
    // "pumps" tells of a "pump", "closing" of what "closes".
    const std::u32string stem =
        U" " + lower.substr(0, std::max(kLeastLetters, lower.size() * 2 / 3));
    if (text.find(stem) != std::u32string_view::npos) ++support.told;
  }
  return support;
}

/// "26-Mar-2024 09:14 Mill closes after flood" above "Mill closes after flood": a title that
/// another line has behind a mark or a time, too.
std::optional<std::size_t> repeated_behind(const std::vector<TitleLine>& titles) {
  for (std::size_t i = 0; i < titles.size(); ++i)
    for (std::size_t n = 0; n < titles.size(); ++n) {
      const std::u32string_view whole = titles[i].text, part = titles[n].text;
      if (whole.size() > part.size() && whole.ends_with(part) &&
          split_words(part).size() >= kRealTitle && is_space(whole[whole.size() - part.size() - 1]))
        return n;
    }
  return std::nullopt;
}

/// "Paul Revik - Freepedia" above "Paul Revik", as a copied page has them: the latter.
std::optional<std::size_t> repeated_without_site(const std::vector<TitleLine>& titles) {
  for (std::size_t i = 1; i < titles.size(); ++i) {
    const std::u32string_view whole = titles.front().text, part = titles[i].text;
    if (whole.size() <= part.size() || !whole.starts_with(part)) continue;
    const std::u32string_view rest = whole.substr(part.size());
    if (rest.starts_with(U" - ") || rest.starts_with(U" | ")) return i;
  }
  return std::nullopt;
}

}  // namespace

bool text_prefers(std::u32string_view text, std::u32string_view title, std::u32string_view other) {
  return support_of(title, text).strong() && support_of(other, text).weak();
}

std::size_t choose_title(const std::vector<TitleLine>& titles, std::u32string_view text,
                         const Lexicon& lexicon) {
  if (const auto repeated = repeated_without_site(titles)) return *repeated;
  if (const auto repeated = repeated_behind(titles)) return *repeated;
  for (std::size_t i = 0; i < titles.size(); ++i)
    if (titles[i].stated) return i;
  const bool prose_follows = !text.empty();
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const std::u32string_view title = titles[i].text;
    if (!is_letterhead_line(title, lexicon) && may_be_title(title) &&
        (i == 0 || !(heads_section(title) || is_full_name(undo_upper_case(title), lexicon) ||
                     names_source(title))))
      own.push_back(i);
  }
  // "44. Telegram From the Embassy to the Department of State"
  for (std::size_t i = 0; own.empty() && i < titles.size(); ++i)
    if (is_numbered_heading(titles[i].text) && split_words(titles[i].text).size() > kRealTitle)
      own.push_back(i);
  // "Planning Committee" below "HOLM DISTRICT COUNCIL": the nearest to the text says most.
  const bool headed = is_letterhead_line(titles.front().text, lexicon);
  for (std::size_t i = titles.size(); headed && own.empty() && i-- > 0;)
    if (may_be_title(titles[i].text) && !is_address_line(titles[i].text) &&
        !heads_section(titles[i].text) && !is_full_name(undo_upper_case(titles[i].text), lexicon))
      own.push_back(i);
  for (std::size_t i = 0; own.empty() && i < titles.size(); ++i) own.push_back(i);
  for (const std::size_t i : own)
    if (names_record(titles[i].text)) return i;
  const auto is_real = [&](std::size_t i) {
    return split_words(titles[i].text).size() >= kRealTitle;
  };
  const auto prefer = [&own](const auto& is_better, const auto& is_worse) {
    if (std::any_of(own.begin(), own.end(), is_better)) std::erase_if(own, is_worse);
  };
  // A person knows a headline by what the text goes on to tell.
  prefer([&](std::size_t i) { return support_of(titles[i].text, text).strong(); },
         [&](std::size_t i) { return support_of(titles[i].text, text).weak(); });
  const auto on_paper = [&](std::size_t i) { return titles[i].in_letterhead; };
  const auto is_dated = [&](std::size_t i) {
    return find_last_date(titles[i].text) || month_of_line(titles[i].text);
  };
  prefer([&](std::size_t i) { return is_real(i) && !on_paper(i) && !is_dated(i); }, on_paper);
  prefer([&](std::size_t i) { return is_real(i) && !is_dated(i); }, is_dated);
  const auto is_large = [&](std::size_t i) { return titles[i].large; };
  prefer([&](std::size_t i) { return is_real(i) && !tells_number(titles[i].text); },
         [&](std::size_t i) { return tells_number(titles[i].text); });
  prefer([&](std::size_t i) { return is_real(i) && !titles[i].listed; },
         [&](std::size_t i) { return titles[i].listed; });
  prefer([&](std::size_t i) { return is_real(i) && columns_of(titles[i].text).size() == 1; },
         [&](std::size_t i) { return columns_of(titles[i].text).size() > 1; });
  prefer(is_large, [&](std::size_t i) { return !titles[i].large; });
  prefer([&](std::size_t i) { return titles[i].bold; },
         [&](std::size_t i) { return !titles[i].bold; });
  const auto real = std::find_if(own.begin(), own.end(), is_real);
  if (real != own.end()) return *real;
  return titles.size() > 2 && prose_follows ? own.back() : own.front();
}

}  // namespace dossier::extract
