// SPDX-License-Identifier: Apache-2.0
#include "extract/names/repair_readings.h"

#include <algorithm>
#include <optional>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/join_readings.h"
#include "extract/names/name_forms.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_person(const NameReading& reading) { return reading.type == NameReading::Type::person; }

/// Not in "Ash - Sharq al - Awsat", as tagged texts write it.
bool is_spaced_dash(const Sentence& sentence, std::uint32_t i) {
  const std::vector<Token>& tokens = sentence.tokens;
  const std::string& text = tokens[i].text;
  static const WordSet particles("function_words", "name_particle");
  if ((text != "-" && text != "–" && text != "—") || i == 0 || i + 1 >= tokens.size()) return false;
  if (particles.contains(to_lower(tokens[i - 1].text))) return false;
  return tokens[i - 1].span.end < tokens[i].span.begin &&
         tokens[i].span.end < tokens[i + 1].span.begin;
}

void end_before_others(const Sentence& sentence, NameReading& reading) {
  for (std::uint32_t i = reading.tokens.first + 1; i < reading.tokens.last; ++i) {
    const bool is_address = sentence.tokens[i].text.find('@') != std::string::npos;
    if (is_address || is_spaced_dash(sentence, i)) reading.tokens.last = i;
  }
}

/// "the Coast Post Sunday, 3 May": a day that a date goes on with is no part of a name.
void end_before_weekday(const Sentence& sentence, NameReading& reading) {
  const std::uint32_t last = reading.tokens.last;
  if (last - reading.tokens.first < 2 || last >= sentence.tokens.size()) return;
  if (sentence.tokens[last].text == "," && weekday_number(to_lower(sentence.tokens[last - 1].text)))
    --reading.tokens.last;
}

void begin_behind_honorifics(const Sentence& sentence, NameReading& reading) {
  TokenRange& words = reading.tokens;
  while (words.last - words.first > 1 && is_honorific(sentence.tokens[words.first].text))
    ++words.first;
}

/// "podcaster Nina Holm": what she is; shorter small words may be particles of the name.
void begin_behind_noun(const Sentence& sentence, NameReading& reading) {
  constexpr std::size_t kShortest = 5;
  TokenRange& words = reading.tokens;
  if (words.last - words.first < 2) return;
  const std::string& first = sentence.tokens[words.first].text;
  const std::string& second = sentence.tokens[words.first + 1].text;
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool noun = first.size() >= kShortest && std::all_of(first.begin(), first.end(), is_small);
  if (noun && second[0] >= 'A' && second[0] <= 'Z') ++words.first;
}

/// "Dean Berg" is called so; "Dean Berg of the law school" heads it.
void begin_with_given_name(const Sentence& sentence, NameReading& reading) {
  const auto& [first, last] = reading.tokens;
  if (first == 0 || last - first > 1) return;
  static const WordSet titles("titles", "title");
  const std::string& before = sentence.tokens[first - 1].text;
  const bool heads = last < sentence.tokens.size() && sentence.tokens[last].text == "of";
  if (heads || gender_of_given_name(sentence.tokens[first].text) != Gender::unknown) return;
  if (gender_of_given_name(before) == Gender::unknown || !titles.contains(to_lower(before))) return;
  --reading.tokens.first;
}

/// The country at the beginning of what was read as a person behind a preposition: "Ambassador to
/// the United States Anna Berg".
std::optional<NameReading> country_before(const Sentence& sentence, NameReading& reading) {
  constexpr std::uint32_t kLongestCountry = 4;
  const std::vector<Token>& tokens = sentence.tokens;
  const auto [first, last] = reading.tokens;
  const bool article = first > 1 && to_lower(tokens[first - 1].text) == "the";
  if (first == 0 || tokens[first - (article ? 2 : 1)].upos != Upos::adp) return std::nullopt;
  std::string name;
  for (std::uint32_t end = first; end + 1 < last && end - first < kLongestCountry; ++end) {
    name += (name.empty() ? "" : " ") + tokens[end].text;
    if (find_country(name).form != CountryForm::name) continue;
    NameReading country = reading;
    country.type = NameReading::Type::place;
    country.tokens.last = reading.tokens.first = end + 1;
    return country;
  }
  return std::nullopt;
}

/// "Near Ayn Isa, ...": the sentence begins with a preposition, not with the name.
void begin_behind_preposition(const Sentence& sentence, NameReading& reading) {
  const auto& [first, last] = reading.tokens;
  if (first == 0 && last - first > 1 && sentence.tokens[0].text == "Near") ++reading.tokens.first;
}

bool names_nothing(const Sentence& sentence, const NameReading& reading) {
  static const WordSet abbreviations("function_words", "abbreviation");
  const TokenRange& words = reading.tokens;
  if (words.last - words.first != 1 || reading.type == NameReading::Type::time) return false;
  const Token& word = sentence.tokens[words.first];
  // "The", "us", of a text in small or in capital letters
  const bool closed = word.upos == Upos::det || word.upos == Upos::pron || word.upos == Upos::adp ||
                      word.upos == Upos::aux || word.upos == Upos::cconj ||
                      word.upos == Upos::sconj || word.upos == Upos::part;
  const bool capitals =
      word.text.size() > 1 &&
      std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return (closed && !capitals) || abbreviations.contains(to_lower(word.text));
}

bool is_lone(const NameReading& reading) {
  return is_person(reading) && reading.tokens.last - reading.tokens.first == 1;
}

bool is_title_word(const Token& token) {
  static const WordSet titles("titles", "title");
  const std::string& text = token.text;
  return text == "." || is_honorific(text) || titles.contains(to_lower(text)) ||
         titles.contains(to_lower(token.lemma));
}

bool is_title_or_adjective(const Token& token) {
  return is_title_word(token) || token.upos == Upos::adj ||
         Lexicon::builtin().word(to_lower(token.text)).adjective;
}

/// "Mr. President", "Republican senators"; not "King", who may be called so.
bool is_title(const Sentence& sentence, const NameReading& reading) {
  const auto begin = sentence.tokens.begin() + reading.tokens.first;
  const auto end = sentence.tokens.begin() + reading.tokens.last;
  const Token& last = *(end - 1);
  if (last.xpos == Xpos::nnps || last.xpos == Xpos::nns)
    return is_title_word(last) && std::all_of(begin, end, is_title_or_adjective);
  return is_person(reading) && end - begin > 1 && std::all_of(begin, end, is_title_word);
}

/// "Anna Berg, QC, said".
bool are_letters_behind(const Sentence& sentence, const NameReading& reading,
                        const NameReading& person) {
  constexpr std::size_t kMostLetters = 4;
  const std::vector<Token>& tokens = sentence.tokens;
  const std::uint32_t at = reading.tokens.first;
  if (!is_person(person) || person.tokens.last + 1 != at || tokens[at - 1].text != ",")
    return false;
  const std::string& text = tokens[at].text;
  const bool ends =
      reading.tokens.last == tokens.size() || tokens[reading.tokens.last].upos == Upos::punct;
  return reading.tokens.last - at == 1 && ends && text.size() <= kMostLetters &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "Berg & Lund": two people in name only.
bool are_partners(const Sentence& sentence, const NameReading& left, const NameReading& right) {
  const bool is_firm = right.type == NameReading::Type::organization ||
                       (left.type != NameReading::Type::place &&
                        (is_person(right) || right.type == NameReading::Type::other));
  return is_firm && left.tokens.last + 1 == right.tokens.first &&
         sentence.tokens[left.tokens.last].text == "&";
}

/// "Barlow & Sons", of which only "Barlow" was read; "Dukes of", of which the rest was not. `free`:
/// where the next name begins.
void complete(const Sentence& sentence, std::uint32_t free, NameReading& reading) {
  const std::vector<Token>& tokens = sentence.tokens;
  const std::uint32_t end = reading.tokens.last;
  const auto is_capital = [&](std::uint32_t i) {
    return i < free && tokens[i].text.front() >= 'A' && tokens[i].text.front() <= 'Z';
  };
  if (end < free && tokens[end].text == "&" && is_capital(end + 1)) {
    reading.tokens.last = end + 2;
    reading.type = NameReading::Type::organization;
  } else if (end - reading.tokens.first > 1 && tokens[end - 1].text == "of") {
    reading.tokens.last = is_capital(end) ? end + 1 : end - 1;
  }
}

/// What of two readings beside each other is one name is put into the left one; whether it is.
bool joined(const Sentence& sentence, const NameReading& right, NameReading& left) {
  if (are_partners(sentence, left, right)) {
    left.type = NameReading::Type::organization;
  } else if (left.tokens.last - left.tokens.first == 1 || left.tokens.last != right.tokens.first ||
             sentence.tokens[left.tokens.last - 1].text != "of") {
    if (!is_person(right) || !is_lone(left) || left.tokens.last != right.tokens.first) return false;
    const bool is_title = is_title_word(sentence.tokens[left.tokens.first]);
    if (!is_title && !is_lone(right)) return false;
    if (is_title) left.tokens.first = right.tokens.first;
  }
  left.tokens.last = right.tokens.last;
  left.confidence = std::min(left.confidence, right.confidence);
  return true;
}

}  // namespace

std::vector<NameReading> repaired_readings(const Sentence& sentence) {
  std::vector<NameReading> repaired;
  for (NameReading reading : joined_readings(sentence)) {
    if (names_nothing(sentence, reading) || is_title(sentence, reading)) continue;
    if (!repaired.empty() && are_letters_behind(sentence, reading, repaired.back())) continue;
    begin_behind_preposition(sentence, reading);
    end_before_weekday(sentence, reading);
    if (is_person(reading)) {
      end_before_others(sentence, reading);
      begin_behind_honorifics(sentence, reading);
      begin_behind_noun(sentence, reading);
      begin_with_given_name(sentence, reading);
      if (const auto country = country_before(sentence, reading)) repaired.push_back(*country);
    }
    if (repaired.empty() || !joined(sentence, reading, repaired.back()))
      repaired.push_back(reading);
  }
  auto free = static_cast<std::uint32_t>(sentence.tokens.size());
  for (auto reading = repaired.rbegin(); reading != repaired.rend(); ++reading) {
    complete(sentence, free, *reading);
    free = reading->tokens.first;
  }
  return repaired;
}

}  // namespace dossier::extract
