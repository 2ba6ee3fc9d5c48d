// SPDX-License-Identifier: Apache-2.0
// "What happened in May?", "What did X do?": the facts themselves.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "desk/ask/asker.h"
#include "desk/views/periods.h"
#include "desk/views/repeats.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kFactsOfAPage = 500;
constexpr std::size_t kMostPages = 200;

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

/// What stands in sentences that name the place: "What happened in Oslo?"
bool Asker::happened_there(const Reading& reading, const std::vector<Term>& things) {
  const std::string pattern = "VALUES ?named " + value_list(things, prefixes_) +
                              " ?sentence k:mentions ?named . ?fact k:evidence ?sentence ; "
                              "rdf:reifies <<( ?s ?p ?o )>> . BIND(?fact AS ?answer) ";
  Found found;
  for (Answer& answer : run_pattern(reading, pattern, AnswerPart::fact).answers) {
    const bool fits =
        std::all_of(reading.times.begin(), reading.times.end(),
                    [&](const TimeLimit& limit) { return is_within(answer.fact.time, limit); });
    if (!fits || !is_event(answer.fact)) continue;
    answer.value = answer.fact.text;
    file_answer(found, reading, std::move(answer));
  }
  return take(std::move(found), "what sentences about it say", pattern);
}

/// Of the times that are asked about, all pages.
std::vector<FactRow> Asker::facts_at(FactsRequest request, const Reading& reading) {
  for (const TimeLimit& limit : reading.times) {
    if (!limit.from.empty()) request.since = first_day(limit.from);
    if (!limit.to.empty()) request.until = last_day(limit.to);
  }
  std::vector<FactRow> out;
  for (std::size_t page = 0; page < kMostPages; ++page) {
    request.skip = page * request.most;
    const std::vector<FactRow> rows = facts(kb_, request, options_).rows;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(out), [&](const FactRow& row) {
      return is_event(row) &&
             std::all_of(reading.times.begin(), reading.times.end(),
                         [&](const TimeLimit& limit) { return is_within(row.time, limit); });
    });
    if (rows.size() < request.most) break;
  }
  fold_repeats(out);
  return out;
}

bool Asker::happened(const Reading& reading) {
  const Role* wanted = reading.wanted_role();
  if (reading.wanted != Wanted::thing || reading.person || wanted == nullptr) return false;
  const Role* there = reading.find(Role::Slot::oblique);
  const bool placed = there != nullptr && !there->wanted && !there->phrase.things.empty();
  const bool event = wanted->slot == Role::Slot::subject && (placed || !reading.times.empty()) &&
                     (reading.verb == "happen" || reading.verb == "occur");
  if (event && placed) return happened_there(reading, there->phrase.things);
  const Role* who = reading.find(Role::Slot::subject);
  const bool done_by =
      reading.verb == "do" && !event && who != nullptr && !who->phrase.things.empty();
  if (!done_by && !event) return false;
  FactsRequest request{.saying = "asserted", .most = kFactsOfAPage};
  if (done_by) request.subject = who->phrase.things.front();
  std::vector<FactRow> rows = facts_at(request, reading);
  Found found;
  for (FactRow& row : rows) {
    Answer answer;
    answer.value = event ? row.text : row.predicate + (row.object.empty() ? "" : " " + row.object);
    answer.fact = std::move(row);
    file_answer(found, reading, std::move(answer));
  }
  return take(std::move(found), event ? "facts of that time" : "what was done",
              pattern_for(done_by ? who->phrase.things : std::vector<Term>{}, prefixes_));
}

}  // namespace dossier::asking
