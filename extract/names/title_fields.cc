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

}  // namespace

void free_title_words(SentenceNames& names, const Lexicon& lexicon) {
  for (NameSpan& span : names.spans) free_adjective(names, span);
  std::erase_if(names.spans, [&](const NameSpan& span) { return is_only_title(names, span); });
  for (NameSpan& span : names.spans) {
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
