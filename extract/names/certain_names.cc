// SPDX-License-Identifier: Apache-2.0
#include "extract/names/certain_names.h"

#include <algorithm>
#include <cstdint>

namespace dossier::extract {
namespace {

bool holds(const NameSpan& whole, const NameSpan& part) {
  return whole.first <= part.first && part.last <= whole.last &&
         whole.last - whole.first > part.last - part.first;
}

/// "Ministry for Civil Defence, Emergencies and Disaster Relief", of which only parts are read. Of
/// people, only the end may be missing: "Karla von".
bool completes(const NameSpan& whole, const std::vector<NameSpan>& read) {
  return std::all_of(read.begin(), read.end(), [&whole](const NameSpan& part) {
    if (!overlap(whole, part)) return true;
    const bool person = whole.type == MentionType::person;
    return holds(whole, part) &&
           (!person || (part.first == whole.first && part.type == whole.type));
  });
}

/// "President of Kenya Anna Berg", "Memphis Tennessee", read as one name: rules know all of its
/// parts. "Bryan Hull", read as a person, is not two cities.
bool is_run_together(const NameSpan& read, const std::vector<NameSpan>& found) {
  std::uint32_t covered = read.first;
  bool is_likely = read.type != MentionType::person;
  for (const NameSpan& part : found) {
    if (part.first != covered || !holds(read, part)) continue;
    covered = part.last;
    is_likely = is_likely || (part.type == MentionType::person && part.last - part.first > 1);
  }
  return is_likely && covered == read.last;
}

/// "Mercury", "Mary": a place of that name is not all that it can mean.
bool has_other_sense(const NameUnit& unit, const Lexicon& lexicon) {
  const WordInfo word = lexicon.word(unit.lower);
  return lexicon.is(unit.text, kGivenName | kSurname | kPerson | kListedGivenName) ||
         (word.known() && word.noun_class != NounClass::location);
}

/// "transit Mercury", "Buddha for Mary": that some place is called so tells little where nothing is
/// read.
bool is_guess(const NameSpan& found, const std::vector<NameUnit>& units, const Lexicon& lexicon,
              const std::vector<NameSpan>& read) {
  const bool place = found.type == MentionType::place || found.type == MentionType::city;
  return place && found.last - found.first == 1 && has_other_sense(units[found.first], lexicon) &&
         std::none_of(read.begin(), read.end(),
                      [&found](const NameSpan& other) { return overlap(found, other); });
}

/// "Lima Summit", "Lake Basin Commission": of bodies, events, works and products, head nouns tell
/// more than models do. A body may also be a building: "Opera House".
void take_type_of_thing(const NameSpan& found, const NounClass head, std::vector<NameSpan>& spans) {
  const bool body = found.type == MentionType::organization && found.last - found.first > 1 &&
                    head != NounClass::artifact;
  if (!body && found.type != MentionType::event && found.type != MentionType::work &&
      found.type != MentionType::product)
    return;
  for (NameSpan& span : spans) {
    if (span.first == found.first && span.last == found.last) span = found;
  }
}

}  // namespace

bool overlap(const NameSpan& a, const NameSpan& b) { return a.first < b.last && b.first < a.last; }

bool in_order(const NameSpan& a, const NameSpan& b) { return a.first < b.first; }

void add_certain_names(const std::vector<NameSpan>& found, const std::vector<NameUnit>& units,
                       const Lexicon& lexicon, std::vector<NameSpan>& spans) {
  const std::vector<NameSpan> all_read = spans;
  std::erase_if(spans, [&found](const NameSpan& read) { return is_run_together(read, found); });
  std::vector<NameSpan> added;
  for (const NameSpan& span : found) {
    take_type_of_thing(span, lexicon.word(units[span.last - 1].lower).noun_class, spans);
    const auto in_way = [&span](const NameSpan& other) { return overlap(span, other); };
    const bool is_free = std::none_of(spans.begin(), spans.end(), in_way);
    if (is_free ? !is_guess(span, units, lexicon, all_read) : completes(span, spans)) {
      std::erase_if(spans, in_way);
      added.push_back(span);
    }
  }
  spans.insert(spans.end(), added.begin(), added.end());
  std::sort(spans.begin(), spans.end(), in_order);
}

}  // namespace dossier::extract
