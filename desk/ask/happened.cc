// SPDX-License-Identifier: Apache-2.0
// "What happened in May?", "What did X do?": the facts themselves.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "desk/ask/asker.h"
#include "desk/views/periods.h"
#include "desk/views/repeats.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kMostFacts = 500;

/// Something that was done; no post and no property.
bool is_event(const FactRow& row) {
  const std::string& relation = row.triple.predicate.value();
  return relation.starts_with(vocabulary::kRelation) && !relation.ends_with("_of") &&
         row.qualifier().empty();
}

/// The fact's own time lies in the limit.
bool is_within(const Period& time, const TimeLimit& limit) {
  if (time.from.empty() || time.to.empty()) return false;
  if (!limit.month.empty()) return time.from.substr(4).starts_with(limit.month);
  return (limit.from.empty() || time.from >= first_day(limit.from)) &&
         (limit.to.empty() || time.to <= last_day(limit.to));
}

std::string pattern_for(const std::vector<Term>& subjects, const Prefixes& prefixes) {
  const std::string of =
      subjects.empty() ? "" : "VALUES ?s " + value_list(subjects, prefixes) + " ";
  return of +
         "?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence ; k:from ?from ; k:to ?to . "
         "BIND(?fact AS ?answer) ";
}

}  // namespace

bool Asker::happened(const Reading& reading) {
  const Role* wanted = reading.wanted_role();
  if (reading.wanted != Wanted::thing || reading.person || wanted == nullptr) return false;
  const bool event = wanted->slot == Role::Slot::subject && !reading.times.empty() &&
                     (reading.verb == "happen" || reading.verb == "occur");
  const Role* who = reading.find(Role::Slot::subject);
  const bool done_by =
      reading.verb == "do" && !event && who != nullptr && !who->phrase.things.empty();
  if (!done_by && !event) return false;
  FactsRequest request{.saying = "asserted", .most = kMostFacts};
  if (done_by) request.subject = who->phrase.things.front();
  std::vector<FactRow> rows = facts(kb_, request, options_).rows;
  fold_repeats(rows);
  Found found;
  for (FactRow& row : rows) {
    const bool fits = is_event(row) && std::all_of(reading.times.begin(), reading.times.end(),
                                                   [&](const TimeLimit& limit) {
                                                     return is_within(row.time, limit);
                                                   });
    if (!fits) continue;
    Answer answer;
    answer.value = event ? row.text : row.predicate + (row.object.empty() ? "" : " " + row.object);
    answer.fact = std::move(row);
    file_answer(found, reading, std::move(answer));
  }
  return take(std::move(found), event ? "facts of that time" : "what was done",
              pattern_for(done_by ? who->phrase.things : std::vector<Term>{}, prefixes_));
}

}  // namespace dossier::asking
