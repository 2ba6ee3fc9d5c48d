// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/unnamed_people.h"

#include "extract/lexicon/word_table.h"
#include "extract/resolve/reference.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {
namespace {

/// Sentences; farther apart, "he" and "he" may be two people. Who writes stays the same.
constexpr std::uint32_t kReach = 10;

}  // namespace

std::optional<std::uint32_t> UnnamedPeople::find(std::uint32_t s, std::uint32_t token,
                                                 bool quoted) {
  static const WordSet writers("function_words", "first_person_singular");
  const Sentence& sentence = analysis_.sentences[s];
  const Token& word = sentence.tokens[token];
  switch (Discourse::gender_of_pronoun(word)) {
    case Gender::male:
      return person(man_, s, "he");
    case Gender::female:
      return person(woman_, s, "she");
    default:
      break;
  }
  if (quoted || sentence.turn || !writers.contains(to_lower(word.text))) return std::nullopt;
  if (author_) author_->sentence = s;
  return person(author_, s, "I");
}

std::uint32_t UnnamedPeople::person(std::optional<Person>& last, std::uint32_t s,
                                    const char* label) {
  if (!last || s - last->sentence > kReach)
    last = Person{table_.individual(label, "person", {}), s};
  last->sentence = s;
  return table_.find(last->entity);
}

}  // namespace dossier::extract::resolve
