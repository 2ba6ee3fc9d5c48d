// SPDX-License-Identifier: Apache-2.0
// When and where the meeting was that a document is the record of: its headline names it.
#include <algorithm>
#include <array>
#include <string_view>

#include "desk/ask/asker.h"
#include "desk/views/rows.h"

namespace dossier::asking {
namespace {

/// Verbs that only say that there was such an event.
bool says_only_that_it_was(const Reading& reading) {
  static constexpr std::array<std::string_view, 9> kVerbs{
      "hold", "take_place", "take", "be", "have", "happen", "occur", "give", "make"};
  return reading.copula || std::find(kVerbs.begin(), kVerbs.end(), reading.verb) != kVerbs.end();
}

std::vector<std::string> words_of(const Reading& reading) {
  std::vector<std::string> out = reading.rest;
  for (const Role& role : reading.roles) {
    const bool of_verb = reading.verb + "_" + role.phrase.head == "take_place";
    if (!role.wanted && !of_verb)
      out.insert(out.end(), role.phrase.words.begin(), role.phrase.words.end());
  }
  return out;
}

}  // namespace

bool Asker::headline_event(const Reading& reading) {
  const bool time = reading.wanted == Wanted::time;
  if ((!time && reading.wanted != Wanted::place) || !says_only_that_it_was(reading)) return false;
  const std::vector<std::string> words = words_of(reading);
  // One word may be in any headline.
  if (words.size() < 2) return false;
  const std::string pattern =
      headline_pattern(words) +
      "?sentence k:partOf ?document ; k:index 0 ; k:text ?text ; k:begin ?begin ; k:end ?end . " +
      (time ? "?document schema:datePublished ?answer . "
            : "?document schema:locationCreated ?answer . ?answer rdfs:label ?label . ") +
      "OPTIONAL { ?document schema:datePublished ?date } ";
  Found found;
  for (const Row& row : kb_.query("SELECT DISTINCT ?answer ?label ?sentence ?document ?headline "
                                  "?text ?begin ?end ?date WHERE { " +
                                      pattern + "} ORDER BY ?document LIMIT 2",
                                  options_)) {
    Answer answer;
    answer.value = time ? day_of(row["answer"]) : text_of(row["label"]);
    if (!time) answer.term = *row["answer"];
    take_sentence(row, answer.fact);
    found.answers.push_back(std::move(answer));
  }
  // Two documents may be about two events of that name.
  if (found.answers.size() != 1) return false;
  return take(std::move(found), "the document of the event", pattern);
}

}  // namespace dossier::asking
