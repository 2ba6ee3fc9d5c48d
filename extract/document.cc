// SPDX-License-Identifier: Apache-2.0
#include "extract/document.h"

#include <array>

#include <algorithm>
#include <string_view>

#include "extract/text/unicode.h"

namespace dossier::extract {

std::string Document::utf8(TextSpan span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return to_utf8(std::u32string_view(text).substr(begin, end - begin));
}

std::string single_line(const Document& document, TextSpan span) {
  const std::u32string_view text = document.text;
  std::u32string line;
  for (const auto word : split_words(text.substr(span.begin, span.size()))) {
    if (!line.empty()) line += U' ';
    line += word;
  }
  return to_utf8(line);
}

NameReading::Type name_type(std::string_view label) {
  static constexpr std::array<std::string_view, 5> kLabels{"PERSON", "ORGANIZATION", "PLACE",
                                                           "EVENT", "TIME"};
  static_assert(kLabels.size() == static_cast<std::size_t>(NameReading::Type::other));
  const auto found = std::find(kLabels.begin(), kLabels.end(), label);
  return static_cast<NameReading::Type>(found - kLabels.begin());
}

std::string_view name_of(Sieve sieve) {
  static constexpr std::array<std::string_view, 20> kNames{
      "",           "exact",           "country",        "demonym",   "acronym",     "brackets",
      "same words", "well-known name", "short form",     "bare noun", "surname",     "first name",
      "role",       "speaker",         "speaker's body", "addressee", "description", "pronoun",
      "individual", "relative pronoun"};
  static_assert(kNames.size() == static_cast<std::size_t>(Sieve::relative_pronoun) + 1);
  return kNames[static_cast<std::size_t>(sieve)];
}

std::string_view name_of(Construction construction) {
  static constexpr std::array<std::string_view, 14> kNames{
      "main",    "complement", "adverbial",  "relative",   "participle", "conjunction", "control",
      "adjunct", "event noun", "apposition", "possessive", "title",      "copula",      "verb"};
  static_assert(kNames.size() == static_cast<std::size_t>(Construction::verb) + 1);
  return kNames[static_cast<std::size_t>(construction)];
}

}  // namespace dossier::extract
