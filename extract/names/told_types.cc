// SPDX-License-Identifier: Apache-2.0
#include "extract/names/told_types.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/lexicon/word_table.h"

namespace dossier::extract {
namespace {

/// Behind the brackets that follow a name: "Anna Berg (born 1869) was"; the name's end without any.
std::size_t behind_brackets(const std::vector<NameUnit>& units, std::size_t end) {
  constexpr std::size_t kLongest = 40;  // words
  if (end >= units.size() || units[end].text != "(") return end;
  const std::size_t last = std::min(units.size(), end + kLongest);
  for (std::size_t i = end; i < last; ++i)
    if (units[i].text == ")") return i + 1;
  return end;
}

/// "(née Lund", "(born 1869": nobody but people are.
bool has_birth(const std::vector<NameUnit>& units, std::size_t end) {
  if (end + 1 >= units.size() || units[end].text != "(") return false;
  const std::string& word = units[end + 1].lower;
  return word == "n\u00E9e" || word == "nee" || word == "born";
}

/// "X is the president of": a title right behind the name. "X was a Dutch-born marine engineer": a
/// calling, which no company and no town has.
bool has_post(const std::vector<NameUnit>& units, const NameSpan& span) {
  static const WordSet callings("titles", "calling");
  std::size_t i = behind_brackets(units, span.last);
  if (i >= units.size() || (units[i].lower != "is" && units[i].lower != "was")) return false;
  constexpr std::size_t kMostWordsBefore = 3;  // determiner and adjectives
  constexpr std::size_t kMostBeforeCalling = 8;
  const std::size_t first = ++i;
  for (; i < std::min(units.size(), first + kMostBeforeCalling); ++i) {
    if ((units[i].class_kinds & kTitle) != 0 && i < first + kMostWordsBefore) return true;
    if (callings.contains(units[i].lower)) return true;
    if (units[i].lower == "," || units[i].lower == "of" || units[i].lower == "for") return false;
  }
  return false;
}

}  // namespace

MentionType type_by_first_word(const std::vector<NameUnit>& units, const NameSpan& span) {
  static constexpr auto kPlaces = std::to_array<std::string_view>(
      {"mount", "lake", "cape", "fort", "port", "gulf", "strait", "isle", "camp"});
  static constexpr auto kEvents =
      std::to_array<std::string_view>({"cyclone", "hurricane", "typhoon", "operation"});
  if (span.last - span.first < 2) return MentionType::unknown;
  const std::string& first = units[span.first].lower;
  if (std::find(kPlaces.begin(), kPlaces.end(), first) != kPlaces.end()) return MentionType::place;
  const bool event = std::find(kEvents.begin(), kEvents.end(), first) != kEvents.end();
  return event ? MentionType::event : MentionType::unknown;
}

void take_told_type(const std::vector<NameUnit>& units, NameSpan& span) {
  if (span.certain) return;
  const MentionType by_first_word = type_by_first_word(units, span);
  span.certain =
      by_first_word != MentionType::unknown || has_post(units, span) || has_birth(units, span.last);
  if (span.certain)
    span.type = by_first_word != MentionType::unknown ? by_first_word : MentionType::person;
}

}  // namespace dossier::extract
