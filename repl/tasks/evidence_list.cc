// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/evidence_list.h"

#include <fmt/format.h>

namespace dossier::repl {

RowList evidence_list(const std::vector<Evidence>& evidence) {
  RowList list;
  list.columns = {"subject",    "predicate", "object", "asserted",  "polarity", "modality",
                  "time",       "from",      "to",     "time_text", "place",    "claimed_by",
                  "confidence", "sentence",  "text",   "document",  "date",     "speaker"};
  for (const Evidence& one : evidence) {
    std::optional<Term> confidence;
    if (one.confidence) confidence = Term::decimal(fmt::format("{:.2f}", *one.confidence));
    list.rows.push_back(
        {one.fact.subject, one.fact.predicate, one.fact.object, Term::boolean(one.asserted),
         text_or_none(one.polarity), text_or_none(one.modality), text_or_none(one.time),
         text_or_none(one.time_from), text_or_none(one.time_to), text_or_none(one.time_text),
         text_or_none(one.place), text_or_none(one.attributed_to), confidence, one.sentence,
         text_or_none(one.text), one.document, text_or_none(one.date), text_or_none(one.speaker)});
  }
  return list;
}

}  // namespace dossier::repl
