// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/written_place.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/lines.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::uint32_t kPlaces = kCity | kCapital | kRegion | kCountry;

/// The longest known place the segment ends in.
std::u32string_view known_ending(std::u32string_view segment, const Lexicon& lexicon) {
  const auto words = split_words(segment);
  for (std::size_t count = std::min<std::size_t>(words.size(), 4); count > 0; --count) {
    const auto begin =
        static_cast<std::size_t>(words[words.size() - count].data() - segment.data());
    const std::u32string_view ending = segment.substr(begin);
    if (is_known_place(ending, lexicon)) return ending;
  }
  return {};
}

bool could_be_place(std::u32string_view segment, const Lexicon& lexicon) {
  const auto words = split_words(segment);
  if (words.empty() || words.size() > 3 || !is_capitalised_phrase(segment)) return false;
  // "Situation Report" is no place that nobody has heard of.
  if (std::all_of(words.begin(), words.end(), [&](std::u32string_view word) {
        return lexicon.word(to_lower(to_utf8(undo_upper_case(word)))).known() || is_date_word(word);
      }))
    return false;
  // "Port Lise", "Lake Anna"
  static const WordSet heads("document_words", "place_head");
  const bool headed = words.size() > 1 && heads.contains(to_utf8(to_lower(words.front())));
  const std::uint32_t person = headed ? kHonorific : kGivenName | kHonorific;
  return std::none_of(words.begin(), words.end(), [&](std::u32string_view word) {
    if (word.back() == U'.' && word != U"St.") return true;
    const std::string text = to_utf8(undo_upper_case(word));
    return lexicon.is(text, person | kOrganization) || is_digit(word[0]) ||
           lexicon.is(to_lower(text), kTitle | kOrganizationHead | kEventHead);
  });
}

/// "DC", "NY", "Calif.", "Switzerland" after the city.
bool qualifies_place(std::u32string_view segment, const Lexicon& lexicon) {
  static const WordSet states("document_words", "state");
  return (segment.size() == 2 && is_all_upper(segment)) || segment == U"D.C." ||
         (!segment.empty() && is_upper(segment.front()) &&
          states.contains(to_utf8(to_lower(segment)))) ||
         lexicon.is(to_utf8(segment), kCountry | kRegion);
}

std::string place_name(std::u32string_view place) { return to_utf8(undo_upper_case(place)); }

}  // namespace

std::u32string_view without_separators(std::u32string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == U',' || text.back() == U'(' || text.back() == U'|' ||
                           text.back() == U';' || text.back() == U':' || text.back() == U'/' ||
                           is_dash(text.back()))) {
    text = trim(text.substr(0, text.size() - 1));
  }
  while (!text.empty() && (text.front() == U',' || text.front() == U')' || text.front() == U'|' ||
                           is_dash(text.front()))) {
    text = trim(text.substr(1));
  }
  return text;
}

bool is_known_place(std::u32string_view words, const Lexicon& lexicon) {
  return lexicon.is(to_utf8(undo_upper_case(words)), kPlaces);
}

bool is_sure_place(const std::string& place, bool comma, const Lexicon& lexicon) {
  const std::u32string text = to_code_points(place);
  if (is_known_place(text, lexicon)) return true;
  static const WordSet heads("document_words", "place_head");
  const auto words = split_words(text);
  if (!comma || words.size() == 1) return comma;
  return heads.contains(to_utf8(to_lower(words.front()))) ||
         std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
           return lexicon.word(to_lower(to_utf8(word))).known();
         });
}

bool is_date_word(std::u32string_view word) {
  static const WordSet words("document_words", "date_word");
  std::u32string lower;
  for (const char32_t c : to_lower(word)) {
    if (is_letter(c)) lower += c;
  }
  return lower.empty() || words.contains(lower) || weekday_number(to_utf8(lower)) > 0;
}

std::optional<std::string> place_before(std::u32string_view head, const Lexicon& lexicon) {
  head = without_separators(head);
  // "Oct 3, 2024 Updated Oct"
  if (!head.empty() && month_number(to_lower(to_utf8(split_words(head).back()))) > 0)
    return std::nullopt;
  const std::size_t comma = head.rfind(U',');
  const std::u32string_view last =
      trim(head.substr(comma == std::u32string_view::npos ? 0 : comma + 1));
  // "2:17 PM", "Report No. 50 (as of".
  if (std::any_of(last.begin(), last.end(), [](char32_t c) { return is_digit(c) || c == U'('; }))
    return std::nullopt;
  if (comma != std::u32string_view::npos && qualifies_place(last, lexicon)) {
    const std::u32string_view before = head.substr(0, comma);
    const std::u32string_view city = trim(before.substr(before.rfind(U',') + 1));
    const std::u32string_view known = known_ending(city, lexicon);
    if (!known.empty() && known.size() == city.size()) return place_name(known);
    if (could_be_place(city, lexicon) && !lexicon.is(to_utf8(last), kCapital))
      return place_name(city);
  }
  if (const auto known = known_ending(last, lexicon); !known.empty()) return place_name(known);
  if (could_be_place(last, lexicon)) return place_name(last);
  return std::nullopt;
}

std::optional<std::string> place_alone(std::u32string_view text, const Lexicon& lexicon) {
  if (split_words(text).size() > 3 || !is_capitalised_phrase(text)) return std::nullopt;
  if (!is_known_place(text.substr(0, text.find(U',')), lexicon) && !could_be_place(text, lexicon))
    return std::nullopt;
  return place_before(text, lexicon);
}

}  // namespace dossier::extract
