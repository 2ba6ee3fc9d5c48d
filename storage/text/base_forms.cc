// SPDX-License-Identifier: Apache-2.0
#include "storage/text/base_forms.h"

#include <algorithm>
#include <array>

#include "storage/text/keys.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kShortestBase = 3;
constexpr std::string_view kVowels = "aeiou";

struct Ending {
  std::string_view ending;
  std::string_view instead;
};
// As WordNet's morphy takes them off nouns and verbs.
constexpr std::array<Ending, 12> kEndings{{{"ies", "y"},
                                           {"ves", "f"},
                                           {"ves", "fe"},
                                           {"men", "man"},
                                           {"es", ""},
                                           {"s", ""},
                                           {"ied", "y"},
                                           {"ed", "e"},
                                           {"ed", ""},
                                           {"d", ""},
                                           {"ing", "e"},
                                           {"ing", ""}}};

bool is_vowel(char c) { return kVowels.find(c) != kVowels.npos; }

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "planned" comes from "plan".
bool is_doubled(std::string_view stem) {
  return stem.size() > kShortestBase && stem.back() == stem[stem.size() - 2] &&
         !is_vowel(stem.back());
}

bool ends_in_hiss(std::string_view word) {
  return std::any_of(word.end() - 1, word.end(),
                     [](char c) { return c == 's' || c == 'x' || c == 'z'; }) ||
         word.ends_with("ch") || word.ends_with("sh");
}

bool exists(const TextIndex& index, TextTag tag, std::string_view word) {
  bool found = false;
  index.rows(rows_of(tag, word), [&](std::string_view, std::string_view) {
    found = true;
    return false;
  });
  return found;
}

// The base forms that analysed texts gave the word.
std::set<std::string> known_bases(const TextIndex& index, std::string_view word) {
  std::set<std::string> out;
  const std::string rows = rows_of(TextTag::form, word);
  index.rows(rows, [&](std::string_view key, std::string_view) {
    out.emplace(key.substr(rows.size()));
    return true;
  });
  return out;
}

std::set<std::string> bases_of(const TextIndex& index, const std::string& word) {
  std::set<std::string> out = known_bases(index, word);
  if (!out.empty()) return out;
  out.insert(word);
  for (const std::string& base : possible_bases(word)) {
    if (exists(index, TextTag::word, base) || exists(index, TextTag::lemma, base)) out.insert(base);
  }
  return out;
}

}  // namespace

std::vector<std::string> possible_bases(std::string_view word) {
  std::vector<std::string> out;
  if (!is_plain(word) || word.ends_with("ss")) return out;
  for (const auto& [ending, instead] : kEndings) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (stem.size() + instead.size() < kShortestBase) continue;
    out.emplace_back(std::string(stem).append(instead));
    if ((ending == "ed" || ending == "ing") && instead.empty() && is_doubled(stem))
      out.emplace_back(stem.substr(0, stem.size() - 1));
  }
  return out;
}

std::vector<std::string> regular_forms(std::string_view base) {
  if (base.size() < kShortestBase || !is_plain(base)) return {};
  const std::string word(base);
  const std::string without(base.substr(0, base.size() - 1));
  const bool takes_y = base.back() == 'y' && !is_vowel(base[base.size() - 2]);
  if (takes_y) return {without + "ies", without + "ied", word + "ing"};
  if (base.back() == 'e') return {word + "s", word + "d", without + "ing"};
  std::vector<std::string> out{word + (ends_in_hiss(base) ? "es" : "s"), word + "ed", word + "ing"};
  const bool may_double = is_vowel(base[base.size() - 2]) && !is_vowel(base.back());
  if (may_double) {
    out.push_back(word + base.back() + "ed");
    out.push_back(word + base.back() + "ing");
  }
  return out;
}

WordForms forms_of(const TextIndex& index, const std::string& word) {
  WordForms out;
  out.words.insert(word);
  for (const std::string& base : bases_of(index, word)) {
    out.lemmas.insert(base);
    std::vector<std::string> written = regular_forms(base);
    written.push_back(base);
    for (const std::string& form : written) {
      const std::set<std::string> bases = known_bases(index, form);
      if (bases.empty() || bases.contains(base)) out.words.insert(form);
    }
  }
  return out;
}

}  // namespace dossier::storage
