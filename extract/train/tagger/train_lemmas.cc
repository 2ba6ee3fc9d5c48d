// SPDX-License-Identifier: Apache-2.0
#include "extract/train/tagger/train_lemmas.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/analyze/ending_rule.h"
#include "extract/models/model_file.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestSuffix = 5;

using Counts = std::map<std::string, int>;
using Rules = std::map<std::string, std::string>;

std::string edit_between(const std::string& form, const std::string& lemma) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  const std::size_t cut = form.size() - same;
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (cut > 9 || !std::all_of(form.end() - static_cast<std::ptrdiff_t>(cut), form.end(), ascii))
    return {};
  return std::string(1, static_cast<char>('0' + cut)) + lemma.substr(same);
}

const std::string& most_frequent(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

bool is_inflecting(const ConlluWord& word) {
  return word.upos == "NOUN" || word.upos == "VERB" || word.upos == "AUX" || word.upos == "ADJ" ||
         word.upos == "ADV" || word.xpos == "NNPS";
}

std::string straightened(const std::string& form) {
  std::u32string text = to_code_points(form);
  for (char32_t& c : text) {
    if (is_apostrophe(c)) c = U'\'';
  }
  return to_utf8(text);
}

struct Observed {
  std::map<std::string, Counts> lemmas;  ///< of "VBD:went"
  std::map<std::string, Counts> edits;   ///< of "VBD:ent"
};

/// A form counts once for the rules however often it occurs: rules are about types.
Observed observe(const std::vector<ConlluSentence>& treebank) {
  Observed observed;
  for (const ConlluSentence& sentence : treebank) {
    for (const ConlluWord& word : sentence.words) {
      if (word.lemma == "_" || word.upos == "PUNCT" || word.upos == "NUM") continue;
      if (word.upos == "PROPN" && word.xpos != "NNPS") continue;
      const std::string lower = to_lower(straightened(word.form));
      const bool first = ++observed.lemmas[word.xpos + ":" + lower][word.lemma] == 1;
      const std::string edit = edit_between(lower, to_lower(word.lemma));
      if (!first || edit.empty() || !is_inflecting(word)) continue;
      for (std::size_t n = 0; n <= std::min(lower.size(), kLongestSuffix); ++n) {
        ++observed.edits[word.xpos + ":" + lower.substr(lower.size() - n)][edit];
      }
    }
  }
  return observed;
}

/// Keeps a suffix only where it says something its shorter one does not.
Rules learn_rules(const Observed& observed) {
  Rules rules;
  for (const auto& [key, counts] : observed.edits) {
    int total = 0;
    for (const auto& [edit, count] : counts) total += count;
    const std::string& edit = most_frequent(counts);
    const std::size_t colon = key.find(':');
    const bool shortest = colon + 1 == key.size();
    if (!shortest && (total < 2 || counts.at(edit) * 3 < total * 2)) continue;
    rules.emplace(key, edit);
  }
  for (auto rule = rules.begin(); rule != rules.end();) {
    const std::size_t colon = rule->first.find(':');
    bool redundant = false;
    for (std::size_t n = colon + 2; n <= rule->first.size(); ++n) {
      const auto shorter = rules.find(rule->first.substr(0, colon + 1) + rule->first.substr(n));
      if (shorter == rules.end()) continue;
      redundant = shorter->second == rule->second;
      break;
    }
    rule = redundant ? rules.erase(rule) : std::next(rule);
  }
  return rules;
}

std::string apply(const Rules& rules, const std::string& key) {
  const std::size_t colon = key.find(':');
  const std::string form = key.substr(colon + 1);
  for (std::size_t n = std::min(form.size(), kLongestSuffix) + 1; n-- > 0;) {
    const auto rule = rules.find(key.substr(0, colon + 1) + form.substr(form.size() - n));
    if (rule == rules.end()) continue;
    if (auto lemma = apply_ending_rule(rule->second, form)) return *std::move(lemma);
  }
  return form;
}

/// Two sections and a table of values: keys, indices, values.
std::vector<std::string> pack_map(const Rules& map) {
  std::vector<std::string> keys;
  std::string indices;
  std::map<std::string, std::uint32_t> numbers;
  std::vector<std::string> values;
  for (const auto& [key, value] : map) {
    const auto [entry, added] = numbers.emplace(value, static_cast<std::uint32_t>(values.size()));
    if (added) values.push_back(value);
    keys.push_back(key);
    append_number(indices, entry->second);
  }
  return {StringTable::pack(keys), indices, StringTable::pack(values)};
}

}  // namespace

std::vector<std::string> train_lemmas(const std::vector<ConlluSentence>& treebank) {
  const Observed observed = observe(treebank);
  const Rules rules = learn_rules(observed);
  Rules exceptions;
  for (const auto& [key, counts] : observed.lemmas) {
    const std::string& lemma = most_frequent(counts);
    const bool rare = counts.at(lemma) < 2 && counts.size() == 1;
    const bool foreign =
        key.starts_with("GW:") || key.starts_with("ADD:") || key.starts_with("FW:");
    if (foreign || lemma == apply(rules, key)) continue;
    if (rare && lemma.find(' ') != std::string::npos) continue;
    exceptions.emplace(key, lemma);
  }
  std::vector<std::string> sections = pack_map(rules);
  for (std::string& section : pack_map(exceptions)) sections.push_back(std::move(section));
  return sections;
}

}  // namespace dossier::extract
