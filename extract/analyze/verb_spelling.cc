// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/verb_spelling.h"

#include <algorithm>

#include "extract/lexicon/word_table.h"

namespace dossier::extract {

namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// Without "-ed" or "-ing"; empty for words that have neither.
std::string_view stem_of(std::string_view lower) {
  for (const std::string_view ending : {"ed", "ing"})
    if (lower.ends_with(ending)) return lower.substr(0, lower.size() - ending.size());
  return {};
}

/// "fin", "scor": one vowel between consonants, the last of which would be doubled before "-ed".
bool would_double(std::string_view stem) {
  if (stem.size() < 2) return false;
  const char last = stem.back();
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  return is_vowel(stem[stem.size() - 2]) && std::count_if(stem.begin(), stem.end(), is_vowel) == 1;
}

}  // namespace

bool has_vowel(std::string_view lower) {
  return lower.find('y') != lower.npos || std::any_of(lower.begin(), lower.end(), is_vowel) ||
         std::any_of(lower.begin(), lower.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string_view irregular_base(std::string_view lower) {
  static const WordColumn bases("irregular_verbs", "base");
  return bases[lower];
}

std::optional<std::string> spelled_base(std::string_view lower, const Lexicon& lexicon) {
  const std::string_view stem = stem_of(lower);
  // "installed": WordNet has "instal" too.
  if (stem.ends_with("ll") && lexicon.word(stem).verb &&
      lexicon.word(stem.substr(0, stem.size() - 1)).verb)
    return std::string(stem);
  if (!would_double(stem)) return std::nullopt;
  std::string base = std::string(stem) + "e";
  return lexicon.word(base).verb ? std::optional(std::move(base)) : std::nullopt;
}

std::optional<std::string> possible_base(std::string_view lower, const Lexicon& lexicon) {
  const std::string stem(stem_of(lower));
  if (!has_vowel(stem)) return std::nullopt;
  std::string whole = stem;
  if (stem.ends_with('i')) whole.back() = 'y';
  const bool doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2];
  for (const std::string& base :
       {stem + "e", stem, whole, doubled ? stem.substr(0, stem.size() - 1) : stem})
    if (lexicon.word(base).verb) return base;
  return std::nullopt;
}

std::optional<std::string> present_base(std::string_view lower, const Lexicon& lexicon) {
  if (lower.size() < 4 || !lower.ends_with('s') || lower.ends_with("ss")) return std::nullopt;
  const std::string stem(lower.substr(0, lower.size() - 1));
  const std::string short_stem(lower.substr(0, lower.size() - 2));
  const bool y = lower.ends_with("ies"), es = lower.ends_with("es");
  for (const std::string& base :
       {y ? short_stem.substr(0, short_stem.size() - 1) + "y" : stem, stem, es ? short_stem : stem})
    if (lexicon.word(base).verb) return base;
  return std::nullopt;
}

}  // namespace dossier::extract
