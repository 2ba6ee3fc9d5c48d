// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/past_form.h"

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract {

namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

std::string past_form(std::string_view lemma) {
  static const WordColumn irregular("past_forms", "past");
  if (lemma.empty()) return {};
  if (const std::string_view form = irregular[lemma]; !form.empty()) return std::string(form);
  std::string past(lemma);
  if (past.back() == 'e') return past + "d";
  const bool vowel_before = past.size() > 1 && is_vowel(past[past.size() - 2]);
  if (past.back() == 'y' && past.size() > 1 && !vowel_before) {
    past.back() = 'i';
    return past + "ed";
  }
  // Which verbs double their last letter is a matter of stress, so the lexicon has to know.
  const std::string doubled = past + past.back() + "ed";
  return Lexicon::builtin().irregular('v', doubled) == lemma ? doubled : past + "ed";
}

bool is_past_only(std::string_view lemma, std::string_view word) {
  static const WordColumn participles("past_forms", "participle");
  const std::string_view participle = participles[lemma];
  return !participle.empty() && participle != word && past_form(lemma) == word;
}

}  // namespace dossier::extract
