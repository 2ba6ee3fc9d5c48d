// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/unnamed_people.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "extract/lexicon/word_table.h"
#include "extract/resolve/reference.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {
namespace {

/// Sentences; farther apart, "he" and "he" may be two people. Who writes stays the same.
constexpr std::uint32_t kReach = 10;
constexpr std::uint32_t kReachOfWriter = std::numeric_limits<std::uint32_t>::max();

constexpr const char* kWriter = "I";
constexpr const char* kWriters = "we";
constexpr const char* kMan = "he";
constexpr const char* kWoman = "she";
constexpr auto kLabels = std::to_array<std::string_view>({kWriter, kWriters, kMan, kWoman});

}  // namespace

bool is_unnamed_person(const Entity& entity) {
  return entity.type == MentionType::individual &&
         std::find(kLabels.begin(), kLabels.end(), entity.label) != kLabels.end();
}

std::optional<std::uint32_t> UnnamedPeople::find(std::uint32_t s, std::uint32_t token,
                                                 bool quoted) {
  static const WordSet one("function_words", "first_person_singular");
  static const WordSet many("function_words", "first_person_plural");
  const Sentence& sentence = analysis_.sentences[s];
  const Token& word = sentence.tokens[token];
  switch (Discourse::gender_of_pronoun(word)) {
    case Gender::male:
      return person(man_, s, {kMan, "person", kReach});
    case Gender::female:
      return person(woman_, s, {kWoman, "person", kReach});
    default:
      break;
  }
  if (quoted || sentence.turn) return std::nullopt;
  const std::string text = to_lower(word.text);
  if (one.contains(text)) return person(author_, s, {kWriter, "person", kReachOfWriter});
  if (many.contains(text)) return person(authors_, s, {kWriters, "people", kReachOfWriter});
  return std::nullopt;
}

std::uint32_t UnnamedPeople::person(std::optional<Person>& last, std::uint32_t s,
                                    const Sort& sort) {
  if (!last || s - last->sentence > sort.reach)
    last = Person{table_.individual(sort.label, sort.kind, {}), s};
  last->sentence = s;
  return table_.find(last->entity);
}

}  // namespace dossier::extract::resolve
