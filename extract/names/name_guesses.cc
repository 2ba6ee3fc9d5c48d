// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_guesses.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace dossier::extract {
namespace {

bool is_place_preposition(const std::string& word) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"in", "at", "near", "from", "to", "across", "around", "outside", "throughout"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// What people do and organisations rarely do.
bool is_human_action(const std::string& lemma) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"say",     "tell",  "ask",    "think", "believe", "add",   "note",
       "explain", "write", "admit",  "reply", "stress",  "marry", "die",
       "smile",   "visit", "travel", "study", "retire",  "resign"});
  return std::find(kWords.begin(), kWords.end(), lemma) != kWords.end();
}

/// "X is the president of", "X, a former minister": a title right after the name.
bool is_described_by_title(const SentenceNames& names, const NameSpan& span) {
  const auto& units = names.units;
  std::size_t i = span.last;
  if (i >= units.size()) return false;
  const std::string& link = units[i].lower;
  if (link != "," && link != "is" && link != "was" && link != "(") return false;
  constexpr std::size_t kMostWordsBefore = 3;  // determiner and adjectives
  const std::size_t end = std::min(units.size(), ++i + kMostWordsBefore);
  for (; i < end; ++i) {
    if ((units[i].class_kinds & kTitle) != 0) return true;
    if (units[i].lower == "," || units[i].lower == "of") return false;
  }
  return false;
}

/// "X and Joseph Mwangi": a conjunct of a person is a person.
bool stands_beside_person(const SentenceNames& names, const NameSpan& span) {
  const auto linked = [&](const NameSpan& left, const NameSpan& right) {
    return left.last + 1 == right.first && names.units[left.last].lower == "and";
  };
  return std::any_of(names.spans.begin(), names.spans.end(), [&](const NameSpan& other) {
    return other.type == MentionType::person && other.certainty > 0 &&
           (linked(other, span) || linked(span, other));
  });
}

}  // namespace

MentionType type_by_first_word(const SentenceNames& names, const NameSpan& span) {
  static constexpr auto kPlaces = std::to_array<std::string_view>(
      {"mount", "lake", "cape", "fort", "port", "gulf", "strait", "isle", "camp"});
  static constexpr auto kEvents =
      std::to_array<std::string_view>({"cyclone", "hurricane", "typhoon", "operation"});
  if (span.last - span.first < 2) return MentionType::unknown;
  const std::string& first = names.units[span.first].lower;
  if (std::find(kPlaces.begin(), kPlaces.end(), first) != kPlaces.end()) return MentionType::place;
  const bool event = std::find(kEvents.begin(), kEvents.end(), first) != kEvents.end();
  return event ? MentionType::event : MentionType::unknown;
}

void guess_from_copula(const SentenceNames& names, NameSpan& span) {
  if (span.certainty >= 3 || span.last >= names.units.size()) return;
  const std::string& next = names.units[span.last].lower;
  if ((next != "is" && next != "was") || !is_described_by_title(names, span)) return;
  span.type = MentionType::person;
  span.certainty = 3;
}

void guess_from_first_word(const SentenceNames& names, NameSpan& span) {
  const MentionType type = type_by_first_word(names, span);
  if (span.certainty >= 3 || type == MentionType::unknown) return;
  span.type = type;
  span.certainty = 3;
}

void guess_from_context(const Sentence& sentence, const SentenceNames& names, NameSpan& span) {
  const auto guess = [&span](MentionType type) {
    span.type = type;
    span.certainty = 1;
  };
  const std::uint32_t next = names.units[span.last - 1].last;
  const bool acts = next < sentence.tokens.size() && is_human_action(sentence.tokens[next].lemma);
  if (acts || is_described_by_title(names, span) || stands_beside_person(names, span)) {
    return guess(MentionType::person);
  }
  if (span.first == 0) return;
  const std::string& before = names.units[span.first - 1].lower;
  if (is_place_preposition(before) && span.last - span.first <= 2) guess(MentionType::place);
}

}  // namespace dossier::extract
