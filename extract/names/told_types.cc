// SPDX-License-Identifier: Apache-2.0
#include "extract/names/told_types.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace dossier::extract {
namespace {

/// "X is the president of": a title right behind the name.
bool has_post(const std::vector<NameUnit>& units, const NameSpan& span) {
  std::size_t i = span.last;
  if (i >= units.size() || (units[i].lower != "is" && units[i].lower != "was")) return false;
  constexpr std::size_t kMostWordsBefore = 3;  // determiner and adjectives
  const std::size_t end = std::min(units.size(), ++i + kMostWordsBefore);
  for (; i < end; ++i) {
    if ((units[i].class_kinds & kTitle) != 0) return true;
    if (units[i].lower == "," || units[i].lower == "of") return false;
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
  span.certain = by_first_word != MentionType::unknown || has_post(units, span);
  if (span.certain)
    span.type = by_first_word != MentionType::unknown ? by_first_word : MentionType::person;
}

}  // namespace dossier::extract
