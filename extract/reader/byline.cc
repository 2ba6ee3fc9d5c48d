// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/byline.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/dateline.h"
#include "extract/reader/lines.h"
#include "extract/reader/person_name.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestByline = 16;  ///< words
constexpr std::size_t kMostBehind = 8;      ///< words behind the name
constexpr std::size_t kLongestName = 6;     ///< words, with a title

/// Where "by" stands: first, or behind words and figures of a date ("Posted on 3 May 2021 by").
std::optional<std::size_t> behind_by(const std::vector<std::u32string_view>& words) {
  static const WordSet date_words("document_words", "date_word");
  if (to_lower(words[0]) == U"by" || to_lower(words[0]) == U"by:") return 1;
  static const WordSet openings("document_words", "byline");
  const std::u32string first = to_lower(words[0]);
  // "From our correspondent Hugo Stern"
  static const WordSet writers("document_words", "writer");
  for (std::size_t i = 1; first == U"from" && i < std::min<std::size_t>(words.size(), 4); ++i)
    if (writers.contains(to_utf8(to_lower(words[i])))) return i + 1;
  if (openings.contains(first) && to_lower(words[1]) == U"by") return 2;
  if (first.back() == U':' && openings.contains(first.substr(0, first.size() - 1))) return 1;
  if (!date_words.contains(to_lower(words[0]))) return std::nullopt;
  for (std::size_t i = 1; i < words.size(); ++i)
    if (to_lower(words[i]) == U"by") return i + 1;
  return std::nullopt;
}

/// "Editor", "correspondent"
bool names_work(std::u32string_view word) {
  static const WordSet writers("document_words", "writer");
  static const WordSet professions("document_words", "profession");
  const std::string lower = to_utf8(to_lower(word));
  return writers.contains(lower) || professions.contains(lower);
}

std::u32string_view bare_word(std::u32string_view word) {
  while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
  return word;
}

/// The name that begins at a word: as far as the words are written as one.
std::u32string_view name_at(const std::vector<std::u32string_view>& words, std::size_t first,
                            std::size_t& end) {
  end = first;
  while (end < words.size() && end - first < kLongestName) {
    const std::u32string_view word = words[end];
    const bool particle = end > first && (word == U"of" || word == U"de" || word == U"van" ||
                                          word == U"von" || word == U"al" || word == U"der");
    if (!is_upper(word[0]) && !particle) break;
    // "Connie Berg November 25, 2020"
    if (end > first + 1 && month_number(to_utf8(to_lower(bare_word(word)))) > 0) break;
    // "Words: Liv Berg Pictures: Jo Aas"
    if (end > first && word.back() == U':') break;
    ++end;
    if (std::u32string_view(U",|;").find(word.back()) != std::u32string_view::npos) break;
  }
  return name_of_words(words, first, end);
}

/// "Anna Berg and Jo Aas in Oslo": where those write from who are named up to `end`.
std::optional<std::string> place_behind(const std::vector<std::u32string_view>& words,
                                        std::size_t end, const Lexicon& lexicon) {
  const auto in = std::find(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(), U"in");
  if (in == words.end() || in + 1 == words.end()) return std::nullopt;
  const char32_t* const last = words.back().data() + words.back().size();
  const std::u32string_view behind(in[1].data(), static_cast<std::size_t>(last - in[1].data()));
  return place_alone(behind, lexicon);
}

/// "Milo Grand | February 19, 2023 | 4 min read": a name, and a date in another part of the line.
std::optional<Byline> read_parted(std::u32string_view line, const Lexicon& lexicon) {
  const std::size_t bar = line.find_first_of(U"|\u2022\u00B7");
  if (bar == std::u32string_view::npos || split_words(line).size() > kLongestByline)
    return std::nullopt;
  const std::u32string_view who = trim(line.substr(0, bar));
  const auto words = split_words(who);
  const auto date = find_date(line.substr(bar));
  if (!date || words.size() < 2 || words.size() > 4 || !is_capitalised_phrase(who))
    return std::nullopt;
  const bool given = (lexicon.evidence(to_utf8(words[0])) & (kGivenName | kListedGivenName)) != 0;
  if (!given || !may_be_person(to_utf8(who), lexicon)) return std::nullopt;
  return Byline{to_utf8(who), date};
}

/// "Reviewed by Omar Stone, MD - Written by Aiko Brandt - Updated on May 9, 2022": the part that
/// tells who wrote it.
std::optional<Byline> read_credits(std::u32string_view line, const Lexicon& lexicon) {
  constexpr std::u32string_view kBars = U"|\u2022\u00B7\u2013\u2014";
  static const WordSet openings("document_words", "byline");
  if (line.find_first_of(kBars) == std::u32string_view::npos) return std::nullopt;
  while (!line.empty()) {
    const std::size_t bar = std::min(line.find_first_of(kBars), line.size());
    const std::u32string_view part = trim(line.substr(0, bar));
    line.remove_prefix(std::min(bar + 1, line.size()));
    const auto words = split_words(part);
    std::size_t by = words.size() > 1 && to_lower(words[0]) == U"by" ? 1 : 0;
    if (words.size() > 2 && openings.contains(to_utf8(to_lower(words[0]))) &&
        to_lower(words[0]) != U"reviewed" && to_lower(words[1]) == U"by")
      by = 2;
    if (by == 0 || words.size() - by > kLongestName) continue;
    const std::u32string name = name_without_title(
        part.substr(static_cast<std::size_t>(words[by].data() - part.data())), lexicon, 2);
    if (is_full_name(name, lexicon)) return Byline{to_utf8(name), std::nullopt};
  }
  return std::nullopt;
}

/// "Ann Berg, 2 May 2021", "Ann Berg (2 May 2021)", "2 May 2021 - Ann Berg": nothing else.
std::optional<Byline> read_dated_name(std::u32string_view line, const Lexicon& lexicon) {
  constexpr std::u32string_view kAround = U",;()[]|\u2022\u00B7:";
  if (split_words(line).size() > kLongestByline) return std::nullopt;
  const auto date = find_last_date(line);
  if (!date) return std::nullopt;
  const auto bare = [&](std::u32string_view text) {
    const auto outer = [&](char32_t c) {
      return is_space(c) || is_dash(c) || kAround.find(c) != std::u32string_view::npos;
    };
    while (!text.empty() && outer(text.back())) text.remove_suffix(1);
    while (!text.empty() && outer(text.front())) text.remove_prefix(1);
    return text;
  };
  const std::u32string_view before = bare(line.substr(0, date->begin));
  std::u32string_view behind = bare(line.substr(date->end));
  // "19.04 BST"
  if (!before.empty() && !behind.empty() && is_digit(behind[0]) && split_words(behind).size() <= 3)
    behind = {};
  if (before.empty() == behind.empty()) return std::nullopt;
  std::u32string_view who = before.empty() ? behind : before;
  // "Ross Keane at Harbour Park"
  for (const std::u32string_view link : {U" at ", U" in "})
    if (const std::size_t at = who.find(link);
        at != std::u32string_view::npos && is_capitalised_phrase(who.substr(at + link.size())))
      who = who.substr(0, at);
  static const WordSet heads("document_words", "place_head");
  const bool place =
      is_known_place(who, lexicon) || heads.contains(to_utf8(to_lower(split_words(who).front())));
  if (place || !is_full_name(who, lexicon)) return std::nullopt;
  return Byline{to_utf8(undo_upper_case(who)), date};
}

/// "September 14, 2020 by Ellen Ruud 12 Comments"
std::optional<Byline> read_behind_date(std::u32string_view line, const Lexicon& lexicon) {
  const auto date = find_date(line);
  if (!date || date->begin != 0 || split_words(line).size() > kLongestByline) return std::nullopt;
  const auto words = split_words(line.substr(date->end));
  if (words.size() < 3 || to_lower(words[0]) != U"by") return std::nullopt;
  std::size_t end = 0;
  const std::u32string name = name_without_title(name_at(words, 1, end), lexicon, 2);
  if (name.empty() || words.size() - end > kMostBehind) return std::nullopt;
  return Byline{to_utf8(name), date};
}

/// "Text Liv Marchetti", in print above or below its photographer's.
std::optional<Byline> read_plain(std::u32string_view line, const Lexicon& lexicon) {
  static const WordSet openings("document_words", "byline");
  const auto words = split_words(line);
  if (words.size() < 3 || words.size() > 4 || !openings.contains(to_utf8(to_lower(words[0]))))
    return std::nullopt;
  const std::u32string_view who =
      line.substr(static_cast<std::size_t>(words[1].data() - line.data()));
  if (!is_full_name(who, lexicon)) return std::nullopt;
  return Byline{to_utf8(who), std::nullopt};
}

/// "Nov 8, 2023 Updated Nov 9, 2023": the day before the change.
std::optional<WrittenDate> date_of_writing(std::u32string_view line) {
  const auto last = find_last_date(line);
  if (!last) return last;
  const auto before = split_words(line.substr(0, last->begin));
  const auto is_change = [](std::u32string_view word) {
    const std::u32string lower = to_lower(word);
    return lower.starts_with(U"updated") || lower.starts_with(U"modified") ||
           lower.starts_with(U"edited") || lower.starts_with(U"revised");
  };
  const std::size_t kept = before.size() - std::min<std::size_t>(before.size(), 2);
  const bool changed =
      std::any_of(before.begin() + static_cast<std::ptrdiff_t>(kept), before.end(), is_change);
  return changed ? find_date(line) : last;
}

}  // namespace

std::optional<Byline> read_byline(std::u32string_view line, const Lexicon& lexicon) {
  if (const auto parted = read_parted(line, lexicon)) return parted;
  if (const auto plain = read_plain(line, lexicon)) return plain;
  if (const auto dated = read_dated_name(line, lexicon)) return dated;
  if (split_words(line).size() <= 2 * kLongestByline)
    if (const auto credits = read_credits(line, lexicon)) {
      const bool first = to_lower(split_words(line)[0]) == U"by";
      if (!first) return credits;
    }
  if (auto behind = read_behind_date(line, lexicon)) return behind;
  const auto words = split_words(line);
  if (words.size() < 3 || words.size() > kLongestByline) return std::nullopt;
  const auto first = behind_by(words);
  if (!first || *first >= words.size()) return std::nullopt;
  std::size_t end = 0;
  const std::u32string_view who = name_at(words, *first, end);
  if (who.empty() || words.size() - end > kMostBehind) return std::nullopt;
  const std::u32string name = name_without_title(who, lexicon, 2);
  // "By Milly Thorne What's On Editor": a title ends what is no name.
  if (const auto parts = split_words(name); parts.size() > 3 && names_work(parts.back())) {
    const std::u32string who_first = std::u32string(parts[0]) + U" " + std::u32string(parts[1]);
    if (is_full_name(who_first, lexicon))
      return Byline{to_utf8(who_first), date_of_writing(line), {}};
  }
  // "By Our Correspondent in Munich": nobody is named.
  if (name.empty() || to_lower(name).starts_with(U"our ")) return std::nullopt;
  // "Published by Fairhaven Funeral Home on ..."
  if (to_lower(words[0]) == U"published" && !is_full_name(name, lexicon)) return std::nullopt;
  // "By Monday the Council was ...": a sentence.
  const auto date = date_of_writing(line);
  if (ends_like_prose(line) && !date && line.back() == U'.') return std::nullopt;
  return Byline{to_utf8(name), date, place_behind(words, end, lexicon)};
}

std::string person_or_all(std::u32string_view value, const Lexicon& lexicon) {
  // "Jon Ask <jon@mill.example>"
  if (const std::size_t address = value.find(U" <");
      address != std::u32string_view::npos &&
      value.find(U'@', address) != std::u32string_view::npos)
    value = trim(value.substr(0, address));
  // "Ministry of Transport and The Rt Hon Nadine Colfe"
  const std::size_t and_at = value.find(U" and ");
  if (and_at != std::u32string_view::npos &&
      !may_be_person(to_utf8(value.substr(0, and_at)), lexicon))
    value.remove_prefix(and_at + 5);
  // "Calder Bio, Inc."
  if (const std::size_t comma = value.find(U','); comma != std::u32string_view::npos) {
    const auto behind = split_words(value.substr(comma + 1));
    if (!behind.empty() && lexicon.is(to_utf8(behind.front()), kCompanySuffix))
      return to_utf8(value);
  }
  std::u32string name = name_without_title(value.substr(0, value.find(U',')), lexicon, 2);
  if (name.empty()) name = name_without_title(value, lexicon);
  return to_utf8(name.empty() ? std::u32string(value) : name);
}

}  // namespace dossier::extract
