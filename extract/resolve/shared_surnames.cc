// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/shared_surnames.h"

#include <algorithm>
#include <map>

#include "extract/names/mentions.h"

namespace dossier::extract::resolve {

namespace {

std::string surname_key(const Mention& mention) {
  const std::string name = without_honorific(bare_name(mention.text));
  return name_key(name.substr(name.rfind(' ') + 1));
}

bool is_bare(const Mention& mention) {
  return without_honorific(bare_name(mention.text)).find(' ') == std::string::npos;
}

}  // namespace

bool is_joined(const Sentence& sentence, const Mention& full, const Mention& bare) {
  const std::uint32_t first = full.tokens.last;
  if (first >= bare.tokens.first || sentence.tokens[first].upos != Upos::cconj) return false;
  return std::all_of(sentence.tokens.begin() + first + 1,
                     sentence.tokens.begin() + bare.tokens.first,
                     [](const Token& token) { return token.upos == Upos::propn; });
}

Gender gender_of_title(const Mention& mention) {
  std::string honorific;
  without_honorific(bare_name(mention.text), &honorific);
  if (honorific.empty() && !mention.title.empty())
    without_honorific(mention.title + " x", &honorific);
  return gender_of_honorific(honorific);
}

std::set<std::string> shared_surnames(const Analysis& analysis) {
  std::set<std::string> shared;
  std::map<std::string, Gender> told;
  for (const Sentence& sentence : analysis.sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (!is_person(mention.type)) continue;
      const std::string key = surname_key(mention);
      const Gender gender = gender_of_title(mention);
      if (gender == Gender::unknown) continue;
      if (const auto [at, fresh] = told.emplace(key, gender); !fresh && at->second != gender)
        shared.insert(key);
      if (is_bare(mention) &&
          std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& full) {
            return is_person(full.type) && !is_bare(full) && surname_key(full) == key &&
                   is_joined(sentence, full, mention);
          }))
        shared.insert(key);
    }
  }
  return shared;
}

}  // namespace dossier::extract::resolve
