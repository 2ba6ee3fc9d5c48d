// SPDX-License-Identifier: Apache-2.0
#include "extract/names/join_readings.h"

#include <algorithm>
#include <optional>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/name_finder.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_capital_word(const Token& token) {
  const char first = token.text.front();
  return token.xpos.is(Xpos::nnp) && first >= 'A' && first <= 'Z' && token.text.size() > 2;
}

/// Where the surname behind the initial that ends `name` ends.
std::optional<std::uint32_t> end_behind_initial(const Sentence& sentence, const TokenRange& name) {
  const std::string& last = sentence.tokens[name.last - 1].text;
  const bool initial = last.size() == 2 && last[0] >= 'A' && last[0] <= 'Z' && last[1] == '.';
  if (!initial || name.last - name.first < 2 || name.last >= sentence.tokens.size())
    return std::nullopt;
  return is_capital_word(sentence.tokens[name.last]) ? std::optional(name.last + 1) : std::nullopt;
}

bool is_bracket(const std::string& text) { return text == "(" || text == ")"; }

/// Where the surname behind a nickname in quotation marks or brackets ends.
std::optional<std::uint32_t> end_behind_nickname(const Sentence& sentence, const TokenRange& name) {
  constexpr std::uint32_t kMostWords = 2;
  const std::vector<Token>& tokens = sentence.tokens;
  const std::uint32_t open = name.last;
  if (open + 2 >= tokens.size()) return std::nullopt;
  // "Anna (Annie) Lund", not "Berg (Oslo) and Lund": the bracket has a given name.
  const bool bracket = tokens[open].text == "(" && name.last - name.first == 1 &&
                       is_capital_word(tokens[open + 1]) &&
                       gender_of_given_name(tokens[open + 1].text) != Gender::unknown;
  if (!bracket && !is_quote(tokens[open].text)) return std::nullopt;
  for (std::uint32_t close = open + 2; close <= open + 1 + kMostWords; ++close) {
    if (close + 1 >= tokens.size()) return std::nullopt;
    if (bracket ? !is_bracket(tokens[close].text) : !is_quote(tokens[close].text)) continue;
    return is_capital_word(tokens[close + 1]) ? std::optional(close + 2) : std::nullopt;
  }
  return std::nullopt;
}

bool is_all_capitals(const std::string& text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

/// Where "CJTF-OIR" ends, of which "CJTF" was read; not "UK-EU", which are two.
std::optional<std::uint32_t> end_of_acronym(const Sentence& sentence, const TokenRange& name) {
  const std::vector<Token>& tokens = sentence.tokens;
  const std::uint32_t dash = name.last;
  if (name.last - name.first > 1 || dash + 1 >= tokens.size() || tokens[dash].text != "-")
    return std::nullopt;
  const Token& first = tokens[name.first];
  const Token& second = tokens[dash + 1];
  const bool one_word =
      first.span.end == tokens[dash].span.begin && tokens[dash].span.end == second.span.begin;
  if (!one_word || !is_all_capitals(first.text) || !is_all_capitals(second.text))
    return std::nullopt;
  const auto known = [](const Token& token) {
    return type_of_known_name(Lexicon::builtin().name(token.text)) != MentionType::unknown;
  };
  return known(first) || known(second) ? std::nullopt : std::optional(dash + 2);
}

/// "Smith and Jones was founded", "Tom and Ida is a film": one thing of that name.
bool names_one_thing(const Sentence& sentence, const NameReading& left, const NameReading& right) {
  const std::vector<Token>& tokens = sentence.tokens;
  if (left.tokens.first != 0 || right.tokens.last >= tokens.size()) return false;
  const std::string& link = tokens[left.tokens.last].text;
  const std::string& verb = tokens[right.tokens.last].text;
  return left.tokens.last + 1 == right.tokens.first && (link == "and" || link == "&") &&
         (verb == "is" || verb == "was" || verb == "has");
}

/// The owner in front of "Bridge" in "Miller's Bridge": a place named after somebody, with a
/// capital letter as a name has.
std::optional<std::uint32_t> owner_before(const Sentence& sentence, const NameReading& reading) {
  static const WordSet heads("nouns", "named_after");
  const std::vector<Token>& tokens = sentence.tokens;
  const auto [first, last] = reading.tokens;
  if (first < 2 || last - first != 1 || reading.type == NameReading::Type::person)
    return std::nullopt;
  const bool owned = tokens[first - 1].xpos == Xpos::pos && is_capital_word(tokens[first - 2]) &&
                     is_capital_word(tokens[first]) && heads.contains(to_lower(tokens[first].text));
  const bool place =
      find_country(tokens[first - 2].text).form != CountryForm::none ||
      type_of_known_name(Lexicon::builtin().name(tokens[first - 2].text)) != MentionType::unknown;
  // "King's College" is read whole, or by the rules of titles.
  static const WordSet titles("titles", "title");
  const bool title = titles.contains(to_lower(tokens[first - 2].text));
  return owned && !place && !title ? std::optional(first - 2) : std::nullopt;
}

void join(const NameReading& right, NameReading& left) {
  const bool body =
      left.type == NameReading::Type::organization || right.type == NameReading::Type::organization;
  left.type = body ? NameReading::Type::organization : NameReading::Type::other;
  left.tokens.last = right.tokens.last;
}

}  // namespace

std::vector<NameReading> joined_readings(const Sentence& sentence) {
  std::vector<NameReading> joined;
  for (const NameReading& reading : sentence.name_readings) {
    if (!joined.empty() && reading.tokens.first < joined.back().tokens.last) {
      // A part of what was joined; it may say where the surname ends.
      NameReading& whole = joined.back();
      if (reading.type == NameReading::Type::person)
        whole.tokens.last = std::max(whole.tokens.last, reading.tokens.last);
      continue;
    }
    if (!joined.empty() && names_one_thing(sentence, joined.back(), reading)) {
      join(reading, joined.back());
      continue;
    }
    const std::optional<std::uint32_t> owner = owner_before(sentence, reading);
    const bool was_read = owner && !joined.empty() && joined.back().tokens.contains(*owner);
    if (owner && (!was_read || joined.back().tokens.first == *owner)) {
      if (was_read) joined.pop_back();
      joined.push_back(reading);
      joined.back().tokens.first = *owner;
      continue;
    }
    joined.push_back(reading);
    if (const auto end = end_of_acronym(sentence, reading.tokens)) joined.back().tokens.last = *end;
    if (reading.type != NameReading::Type::person) continue;
    TokenRange& name = joined.back().tokens;
    if (const auto end = end_behind_initial(sentence, name)) name.last = *end;
    if (const auto end = end_behind_nickname(sentence, name)) name.last = *end;
  }
  return joined;
}

}  // namespace dossier::extract
