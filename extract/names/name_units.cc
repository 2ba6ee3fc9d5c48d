// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_units.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool starts_capital(std::string_view text) {
  const std::u32string letters = to_code_points(text);
  return !letters.empty() && is_upper(letters[0]);
}

bool is_upper_word(std::string_view text) {
  const std::u32string letters = to_code_points(text);
  return std::count_if(letters.begin(), letters.end(), is_upper) >= 2 &&
         std::none_of(letters.begin(), letters.end(), is_lower);
}

bool is_word(const Token& token) {
  const std::u32string letters = to_code_points(token.text);
  return !letters.empty() && (is_letter(letters[0]) || is_digit(letters[0]));
}

bool is_hyphen(const Token& token) {
  const std::u32string letters = to_code_points(token.text);
  return letters.size() == 1 && is_dash(letters[0]) && letters[0] != 0x2014;
}

/// Behind one of these a capital says nothing.
bool is_opener(std::string_view text) {
  static constexpr auto kOpeners = std::to_array<std::string_view>(
      {"\"", "``", "\u201C", "\u2018", ":", "\u2022", "(", "[", "\u00AB"});
  return std::find(kOpeners.begin(), kOpeners.end(), text) != kOpeners.end();
}

/// "SITUATION REPORT No. 7": no longer word with a small letter.
bool is_all_capitals(const Sentence& sentence) {
  return std::all_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
    const std::u32string letters = to_code_points(token.text);
    return letters.size() < 4 || std::none_of(letters.begin(), letters.end(), is_lower);
  });
}

/// A headline that capitalises every word: its capitals are not evidence.
bool is_title_case(const Sentence& sentence) {
  constexpr std::size_t kContentWord = 5;  // shorter words stay small in titles
  if (sentence.tokens.empty() || sentence.tokens.back().text == ".") return false;
  if (!starts_capital(sentence.tokens[0].text) && is_word(sentence.tokens[0])) return false;
  if (is_all_capitals(sentence)) return true;
  int capitals = 0;
  for (const Token& token : sentence.tokens) {
    if (!is_word(token)) continue;
    const bool capital = starts_capital(token.text);
    const bool preposition = token.upos == Upos::adp || token.upos == Upos::sconj;
    if (!capital && !preposition && token.text.size() >= kContentWord) return false;
    capitals += capital ? 1 : 0;
  }
  return capitals >= 4;
}

bool never_in_name(const NameUnit& unit, const Token& token) {
  static constexpr auto kNever = std::to_array<std::string_view>(
      {"I", "OK", "D.C.", "DC", "BC", "BCE", "AD", "CE", "QC", "PhD"});
  if (std::find(kNever.begin(), kNever.end(), unit.text) != kNever.end()) return true;
  if ((unit.kinds & kCurrency) != 0 && unit.text.size() == 3) return true;
  if (month_number(unit.lower) > 0 && unit.lower != "may") return true;
  if (weekday_number(unit.lower) > 0 && unit.lower.size() > 4) return true;
  return token.upos == Upos::pron || token.upos == Upos::det || token.upos == Upos::cconj ||
         token.upos == Upos::sconj || token.upos == Upos::aux || token.upos == Upos::intj;
}

bool decides_name(const NameUnit& unit, const Token& token, bool title_case, bool capital_follows,
                  const Lexicon& lexicon, const WordUse& use) {
  constexpr std::uint32_t kKnown = kCountry | kCity | kRegion | kNationality | kPeople |
                                   kOrganization | kGivenName | kSurname | kHonorific;
  if (!unit.capital || never_in_name(unit, token)) return false;
  if ((unit.kinds & kHonorific) != 0 && capital_follows) return true;
  if (unit.upper && !title_case) return true;
  const bool known = ((unit.kinds | unit.part_kinds) & kKnown) != 0;
  const WordInfo word = lexicon.word(unit.lower);
  if (!unit.opens && !title_case) return true;
  // A plain word that opens a sentence needs more than one capital elsewhere, or one next to it.
  const int needed = word.known() && !known && !capital_follows ? 2 : 1;
  if (use.capitalised(unit.text) >= needed && use.small(unit.lower) == 0) return true;
  if (known && (!word.known() || use.capitalised(unit.text) > use.small(unit.lower))) return true;
  if (use.small(unit.lower) > 0 || token.upos == Upos::adv || token.upos == Upos::verb)
    return false;
  if (token.upos == Upos::propn)
    return !word.known() || use.capitalised(unit.text) > 0 || unit.opens;
  return false;
}

NameUnit make_unit(const Sentence& sentence, std::uint32_t first, std::uint32_t last,
                   const Lexicon& lexicon) {
  NameUnit unit;
  unit.first = first;
  unit.last = last;
  for (std::uint32_t i = first; i < last; ++i) unit.text += sentence.tokens[i].text;
  std::u32string letters = to_code_points(unit.text);
  for (char32_t& c : letters) {
    if (is_apostrophe(c)) c = U'\'';
  }
  unit.text = to_utf8(letters);
  unit.lower = to_lower(unit.text);
  unit.kinds = lexicon.name(unit.text).kinds;
  // "Kenyan-Danish" is as well known as its parts.
  for (std::uint32_t i = first; unit.kinds == 0 && last - first >= 3 && i < last; i += 2) {
    unit.part_kinds |= lexicon.name(sentence.tokens[i].text).kinds;
  }
  unit.class_kinds = lexicon.name(unit.lower).kinds;
  unit.capital = starts_capital(sentence.tokens[first].text) ||
                 (last - first >= 3 && starts_capital(sentence.tokens[first + 2].text));
  unit.upper = is_upper_word(unit.text);
  return unit;
}

/// "NATO-led": a name that is read begins or ends at the hyphen. Not "1992-1994".
bool is_cut_at(const Sentence& sentence, std::uint32_t hyphen) {
  if (is_digit(to_code_points(sentence.tokens[hyphen - 1].text).back())) return false;
  const auto at_hyphen = [hyphen](std::uint32_t token) {
    return token == hyphen || token == hyphen + 1;
  };
  return std::any_of(sentence.name_readings.begin(), sentence.name_readings.end(),
                     [&](const NameReading& reading) {
                       return at_hyphen(reading.tokens.first) || at_hyphen(reading.tokens.last);
                     });
}

bool is_known(const Sentence& sentence, std::uint32_t first, std::uint32_t last,
              const Lexicon& lexicon) {
  std::string text;
  for (std::uint32_t i = first; i < last; ++i) text += sentence.tokens[i].text;
  return (lexicon.name(text).kinds | lexicon.name(to_lower(text)).kinds) != 0;
}

/// How many tokens the unit at `first` takes: words joined by hyphens without spaces.
std::uint32_t unit_end(const Sentence& sentence, std::uint32_t first, const Lexicon& lexicon) {
  const auto& tokens = sentence.tokens;
  std::uint32_t last = first + 1;
  while (last + 1 < tokens.size() &&
         (!is_cut_at(sentence, last) || is_known(sentence, first, last + 2, lexicon)) &&
         is_word(tokens[last - 1]) && is_hyphen(tokens[last]) && is_word(tokens[last + 1]) &&
         tokens[last - 1].span.end == tokens[last].span.begin &&
         tokens[last].span.end == tokens[last + 1].span.begin) {
    last += 2;
  }
  return last;
}

}  // namespace

WordUse::WordUse(const std::vector<Sentence>& sentences) {
  for (const Sentence& sentence : sentences) {
    if (is_title_case(sentence)) continue;
    bool opens = true;
    for (const Token& token : sentence.tokens) {
      if (!is_word(token)) {
        opens = opens || is_opener(token.text);
        continue;
      }
      if (!starts_capital(token.text)) {
        ++small_[token.text];
      } else if (!opens) {
        ++capitalised_[token.text];
      }
      opens = false;
    }
  }
}

int WordUse::count(const Counts& counts, const std::string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

std::vector<NameUnit> name_units(const Sentence& sentence, const Lexicon& lexicon,
                                 const WordUse& use) {
  const bool title_case = is_title_case(sentence);
  std::vector<NameUnit> units;
  bool opens = true;
  for (std::uint32_t at = 0; at < sentence.tokens.size();) {
    NameUnit unit = make_unit(sentence, at, unit_end(sentence, at, lexicon), lexicon);
    unit.opens = opens;
    const Token& token = sentence.tokens[unit.first];
    const bool capital_follows =
        unit.last < sentence.tokens.size() && starts_capital(sentence.tokens[unit.last].text);
    unit.name =
        is_word(token) && decides_name(unit, token, title_case, capital_follows, lexicon, use);
    // The month, unless it is somebody's name.
    if (unit.text == "May" && (units.empty() || !units.back().name)) unit.name = false;
    opens = is_word(token) ? false : opens || is_opener(token.text);
    at = unit.last;
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace dossier::extract
