// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/person_name.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Words = std::vector<std::u32string_view>;

bool is_particle(std::u32string_view word) {
  static const WordSet particles("function_words", "name_particle");
  return particles.contains(to_lower(word));
}

std::u32string bare(std::u32string_view word) {
  while (!word.empty() && (word.back() == U',' || is_quote(word.back()))) word.remove_suffix(1);
  return std::u32string(word);
}

bool is_title_word(std::u32string_view word, const Lexicon& lexicon) {
  const std::string text = to_utf8(undo_upper_case(bare(word)));
  return lexicon.is(text, kHonorific) || lexicon.is(to_lower(text), kTitle | kTitlePart);
}

/// "MP", "PhD" behind a name.
bool is_post_nominal(std::u32string_view word) {
  static const WordSet degrees("document_words", "degree");
  return word.size() >= 2 && is_upper(word[0]) && is_upper(word.back()) &&
         degrees.contains(to_utf8(to_lower(word)));
}

/// "The Rt Hon", word by word.
bool is_honour(std::u32string_view word, std::u32string_view next) {
  static const WordSet honours("document_words", "honour");
  const auto is = [](std::u32string_view one) {
    while (!one.empty() && !is_letter(one.back())) one.remove_suffix(1);
    return honours.contains(to_utf8(to_lower(one)));
  };
  return is(word) || (to_lower(word) == U"the" && is(next));
}

bool looks_like_name(std::u32string_view word) {
  const std::size_t dash = word.find(U'-');
  const bool tail_capital =
      dash != std::u32string_view::npos && dash + 1 < word.size() && is_upper(word[dash + 1]);
  return is_upper(word[0]) || tail_capital;
}

/// Words from `first` that are a known country or organisation, so no person's: their number.
std::size_t known_thing(const Words& words, std::size_t first, std::size_t end,
                        const Lexicon& lexicon) {
  for (std::size_t count = std::min(end - first, Lexicon::kLongestName); count > 0; --count) {
    std::string joined;
    for (std::size_t i = first; i < first + count; ++i) {
      joined += (joined.empty() ? "" : " ") + to_utf8(bare(words[i]));
    }
    if (lexicon.is(joined, kCountry | kNationality | kOrganization)) return count;
  }
  return 0;
}

/// The first word of the name that ends the phrase, by walking over the title.
std::size_t name_begin(const Words& words, const Lexicon& lexicon) {
  std::size_t begin = words.size();
  while (begin > 0 && (looks_like_name(words[begin - 1]) || is_particle(words[begin - 1])) &&
         words[begin - 1].back() != U',' && words[begin - 1].back() != U')') {
    --begin;
    if (begin + 1 < words.size() && words.size() - begin > 5) break;
  }
  if (begin == words.size() && !words.empty() && looks_like_name(words.back())) --begin;
  while (begin < words.size()) {
    const std::size_t thing = known_thing(words, begin, words.size(), lexicon);
    if (thing > 0 && begin + thing < words.size()) {
      begin += thing;
    } else if (begin + 1 < words.size() && (is_title_word(words[begin], lexicon) ||
                                            is_honour(words[begin], words[begin + 1]))) {
      ++begin;
    } else if (begin + 3 < words.size() && is_title_word(words[begin + 1], lexicon)) {
      ++begin;  // "County Governor Haakon Ness"
    } else if (begin + 1 < words.size() && is_particle(words[begin]) && is_lower(words[begin][0]) &&
               words[begin].find(U'-') == std::u32string_view::npos && begin > 0) {
      ++begin;
    } else {
      break;
    }
  }
  return begin;
}

bool ends_in_possessive(std::u32string_view word) {
  return word.size() > 2 && word.back() == U's' && is_apostrophe(word[word.size() - 2]);
}

std::u32string from_words(const Words& words, std::size_t first) {
  std::u32string name;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (!name.empty()) name += U' ';
    name += bare(words[i]);
  }
  return name;
}

/// "Interview with marine biologist Aiko Tanaka, Reykjavik": who answers, unless the headline is
/// about somebody's interview with a newspaper.
std::string interviewed_person(const Words& words, const Lexicon& lexicon) {
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    if (to_lower(words[i]) != U"interview" || to_lower(words[i + 1]) != U"with") continue;
    std::size_t begin = i + 2;
    if (is_quote(words[begin][0])) return {};  // "with 'The Daily Coast'"
    while (begin < words.size() && !is_upper(words[begin][0])) ++begin;
    std::size_t end = begin;
    while (end < words.size() && looks_like_name(words[end])) {
      const std::u32string_view word = words[end++];
      if (word.back() == U',' || (word.back() == U'.' && word.size() > 3)) break;
    }
    if (end == begin) return {};
    const Words phrase(words.begin() + static_cast<std::ptrdiff_t>(begin),
                       words.begin() + static_cast<std::ptrdiff_t>(end));
    Words clean = phrase;
    std::u32string last = bare(clean.back());
    if (last.size() > 3 && last.back() == U'.') last.pop_back();
    clean.back() = last;
    const std::u32string name = from_words(clean, name_begin(clean, lexicon));
    const auto parts = split_words(name);
    const bool person = parts.size() >= 2 && !lexicon.word(to_utf8(to_lower(parts[0]))).known() &&
                        !lexicon.is(to_utf8(name), kOrganization);
    return person ? to_utf8(name) : std::string();
  }
  return {};
}

}  // namespace

std::u32string name_without_title(std::u32string_view phrase, const Lexicon& lexicon,
                                  std::size_t least_words) {
  phrase = trim(phrase);
  // "K. Osei (Norwave Ltd.)"
  const std::size_t bracket = phrase.ends_with(U')') ? phrase.rfind(U'(') : phrase.npos;
  if (bracket != phrase.npos && bracket > 0) phrase = trim(phrase.substr(0, bracket));
  Words words = split_words(phrase);
  while (words.size() > 2 && is_post_nominal(words.back())) words.pop_back();
  if (words.empty()) return {};
  const std::size_t begin = name_begin(words, lexicon);
  if (begin >= words.size() || words.size() - begin < least_words) return {};
  if (is_title_word(words.back(), lexicon) && words.size() - begin == 1) return {};
  return undo_upper_case(from_words(words, begin));
}

std::u32string_view name_of_words(const std::vector<std::u32string_view>& words, std::size_t first,
                                  std::size_t end) {
  if (end == first) return {};
  const char32_t* const last = words[end - 1].data() + words[end - 1].size();
  std::u32string_view name(words[first].data(),
                           static_cast<std::size_t>(last - words[first].data()));
  while (!name.empty() && !is_letter(name.back()) && name.back() != U'.') name.remove_suffix(1);
  return name;
}

std::string speaker_of_headline(std::u32string_view headline, const Lexicon& lexicon) {
  static const WordSet genres("document_words", "genre");
  const Words words = split_words(headline);
  const auto is_genre = [](std::u32string_view word) {
    return genres.contains(to_lower(bare(word)));
  };
  // "Foreign Minister Jonas Falk's remarks"
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!ends_in_possessive(words[i]) || !is_genre(words[i + 1])) continue;
    const auto end = static_cast<std::size_t>(words[i].data() - headline.data()) + words[i].size();
    return to_utf8(name_without_title(headline.substr(0, end - 2), lexicon, 2));
  }
  // "Statement by Foreign Minister Jonas Falk following ..."
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!is_genre(words[i])) continue;
    const std::u32string link = to_lower(words[i + 1]);
    if (link != U"by" && link != U"of" && link != U"from") continue;
    std::size_t end = i + 2;
    while (end < words.size() &&
           (looks_like_name(words[end]) || is_particle(words[end]) || words[end] == U"of" ||
            words[end] == U"the" || words[end] == U"and" || words[end] == U"for")) {
      if (words[end++].back() == U',') break;
    }
    while (end > i + 2 && is_lower(words[end - 1][0]) && !looks_like_name(words[end - 1])) --end;
    if (end == i + 2) continue;
    const auto begin = static_cast<std::size_t>(words[i + 2].data() - headline.data());
    const auto stop =
        static_cast<std::size_t>(words[end - 1].data() - headline.data()) + words[end - 1].size();
    const std::u32string name =
        name_without_title(bare(headline.substr(begin, stop - begin)), lexicon, 2);
    // "Remarks by the Prime Minister" name nobody.
    if (!name.empty() && !name.starts_with(U"The ")) return to_utf8(name);
  }
  return interviewed_person(words, lexicon);
}

}  // namespace dossier::extract
