// SPDX-License-Identifier: Apache-2.0
#include "extract/names/title_fields.h"

#include <algorithm>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract {

namespace {

bool is_field(const NameUnit& unit) {
  static const WordSet fields("titles", "field");
  return fields.contains(unit.lower);
}

bool is_title(const NameUnit& unit) { return unit.capital && (unit.class_kinds & kTitle) != 0; }

/// Whether a title with a name behind it, or another title of that name, begins at `at`.
bool leads_to_name(const SentenceNames& names, std::uint32_t at) {
  if (at >= names.units.size() || !is_title(names.units[at])) return false;
  return std::any_of(names.spans.begin(), names.spans.end(),
                     [at](const NameSpan& span) { return span.first == at + 1; });
}

bool is_only_title(const SentenceNames& names, const NameSpan& span) {
  if (span.last - span.first < 2 || !is_title(names.units[span.last - 1])) return false;
  return std::all_of(names.units.begin() + span.first, names.units.begin() + span.last,
                     [](const NameUnit& unit) {
                       return is_field(unit) || (unit.class_kinds & (kTitle | kTitlePart)) != 0;
                     });
}

/// "Water" of "talks with Water Minister of Kenya Anna Berg".
bool is_only_field(const SentenceNames& names, const NameSpan& span) {
  return span.last < names.units.size() && is_title(names.units[span.last]) &&
         std::all_of(names.units.begin() + span.first, names.units.begin() + span.last, is_field);
}

/// "Anna Berg" of "is the Anna Berg Professor of Law": whom a chair is named after does not hold
/// it. Not at the beginning, where "Anna Berg Professor of Law" may be an entry of a list.
bool names_chair(const SentenceNames& names, const NameSpan& span) {
  static const WordSet chairs("titles", "chair");
  return span.type == MentionType::person && span.last - span.first > 1 &&
         !names.units[span.first].opens && span.last < names.units.size() &&
         names.units[span.last].capital && chairs.contains(names.units[span.last].lower);
}

/// Where the person begins in "Minister of Labour Tom Reed", or in "Labour Tom Reed" behind
/// "Minister of"; the span's first unit if it is no such name.
std::uint32_t begin_of_person(const SentenceNames& names, const NameSpan& span) {
  const auto titled = [&](std::uint32_t of) {
    return of >= 1 && names.units[of].lower == "of" &&
           (names.units[of - 1].class_kinds & kTitle) != 0;
  };
  const bool whole = span.last - span.first > 3 && titled(span.first + 1);
  if (!whole && (span.first < 2 || !titled(span.first - 1))) return span.first;
  const std::uint32_t first = whole ? span.first + 2 : span.first;
  for (std::uint32_t at = first + 1; at + 1 < span.last; ++at) {
    const bool fields =
        std::all_of(names.units.begin() + first, names.units.begin() + at, is_field);
    if (fields || gender_of_given_name(names.units[at].text) != Gender::unknown) return at;
  }
  return span.first;
}

/// "Tanzanian" and "Tanzanian Water" of "Tanzanian Water Minister Anna Berg", read as people; not
/// "German Gref".
void free_adjective(const SentenceNames& names, NameSpan& span) {
  const NameUnit& first = names.units[span.first];
  const CountryForm form = find_country(first.text).form;
  const bool country = (form == CountryForm::adjective || form == CountryForm::people) &&
                       gender_of_given_name(first.text) == Gender::unknown;
  if (span.type != MentionType::person || !country) return;
  ++span.first;
  if (leads_to_name(names, span.last)) span.type = MentionType::unknown;
}

/// "EU High" of "EU High Representative for Foreign Affairs Josep Borrell", read as a body.
void free_title_part(const SentenceNames& names, NameSpan& span) {
  const bool leads = span.last < names.units.size() && is_title(names.units[span.last]);
  while (leads && span.last - span.first > 1 &&
         (names.units[span.last - 1].class_kinds & kTitlePart) != 0 &&
         !is_field(names.units[span.last - 1]))
    --span.last;
}

}  // namespace

void free_title_words(SentenceNames& names, const Lexicon& lexicon) {
  for (NameSpan& span : names.spans) free_adjective(names, span);
  std::erase_if(names.spans, [&](const NameSpan& span) {
    return is_only_title(names, span) || is_only_field(names, span) || names_chair(names, span);
  });
  for (NameSpan& span : names.spans) {
    if (span.type != MentionType::person) free_title_part(names, span);
    if (const std::uint32_t person = begin_of_person(names, span); person != span.first) {
      span.first = person;
      span.type = MentionType::person;
    }
    if (span.type == MentionType::person || !leads_to_name(names, span.last)) continue;
    const std::uint32_t last = span.last;
    while (span.last > span.first && is_field(names.units[span.last - 1])) --span.last;
    if (span.last == last || span.last == span.first) continue;
    const MentionType known = type_of_known_name(lexicon.name(text_of(names.units, span)));
    if (known != MentionType::unknown) span.type = known;
  }
  std::erase_if(names.spans, [](const NameSpan& span) { return span.first == span.last; });
}

}  // namespace dossier::extract
