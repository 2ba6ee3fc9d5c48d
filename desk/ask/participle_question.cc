// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/participle_question.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"

namespace dossier::asking {
namespace {

/// "disqualify" of "disqualified"; "" for what is no regular participle.
std::string verb_of_participle(const std::string& word) {
  if (!word.ends_with("ed")) return {};
  const extract::Lexicon& lexicon = extract::Lexicon::builtin();
  std::vector<std::string> forms{word.substr(0, word.size() - 1), word.substr(0, word.size() - 2)};
  if (word.ends_with("ied")) forms.insert(forms.begin(), word.substr(0, word.size() - 3) + "y");
  for (const std::string& form : forms)
    if (lexicon.word(form).verb) return form;
  return {};
}

}  // namespace

void read_participle(Reading& reading) {
  const auto state = std::find_if(reading.roles.begin(), reading.roles.end(), [](const Role& role) {
    return role.slot == Role::Slot::attribute && !role.wanted && role.phrase.words.size() == 1;
  });
  if (!reading.copula || state == reading.roles.end()) return;
  const std::string verb = verb_of_participle(state->phrase.words.front());
  if (verb.empty()) return;
  reading.roles.erase(state);
  for (Role& role : reading.roles)
    if (role.slot == Role::Slot::subject) role.slot = Role::Slot::object;
  reading.verb = reading.lemma = verb;
  reading.copula = false;
  reading.passive = true;
}

}  // namespace dossier::asking
