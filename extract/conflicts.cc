// SPDX-License-Identifier: Apache-2.0
// Finds facts that contradict each other: see dossier/conflicts.h.
#include "dossier/conflicts.h"

#include "extract/conflict/conflict_finder.h"

namespace dossier {

std::string_view name_of(Conflict::Kind kind) {
  switch (kind) {
    case Conflict::Kind::values:
      return "values";
    case Conflict::Kind::subjects:
      return "subjects";
    case Conflict::Kind::times:
      return "times";
    case Conflict::Kind::amounts:
      return "amounts";
    case Conflict::Kind::denied:
      break;
  }
  return "denied";
}

std::vector<Conflict> conflicts(const KnowledgeBase& kb, std::string_view relations) {
  using When = extract::SingleValued::When;
  extract::ConflictFinder finder(kb);
  for (const auto& [relation, single] : extract::single_valued_relations(kb, relations)) {
    if (single.object != When::no) finder.find_values(relation, single.object);
    if (single.subject != When::no) finder.find_subjects(relation, single.subject);
    if (single.time == When::of_things || single.time == When::in_a_year)
      finder.find_event_times(relation, single.time);
    if (single.time == When::always || single.time == When::at_a_time) finder.find_times(relation);
    if (single.amount != When::no) finder.find_amounts(relation, single.amount, single.counted_by);
  }
  finder.find_denied();
  return finder.take();
}

}  // namespace dossier
