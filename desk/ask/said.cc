// SPDX-License-Identifier: Apache-2.0
// What somebody said, and who said it.
#include <fmt/format.h>

#include <algorithm>

#include "desk/ask/asker.h"
#include "desk/ask/tables.h"
#include "engine/results/short_names.h"

namespace dossier::asking {
namespace {

/// Verbs that are answered by sentences; the others may have facts of their own: "announced X".
bool only_reports(const std::string& verb) {
  return verb == "say" || verb == "tell" || verb == "think" || verb == "state" || verb == "comment";
}

const Role* find_speaker(const Reading& reading) {
  for (const Role& role : reading.roles)
    if (role.slot == Role::Slot::subject && !role.wanted) return &role;
  return nullptr;
}

}  // namespace

bool Asker::say(const Reading& reading) {
  if (!is_saying(reading.verb)) return false;
  const Role* wanted = reading.wanted_role();
  if (wanted == nullptr) return false;
  if (wanted->slot == Role::Slot::subject && reading.person) return said_who(reading);
  return only_reports(reading.verb) && said_what(reading);
}

/// "What did X say about Y?": the sentences; where there is at most one, those behind one that has
/// the words, too: "He dislikes the title. He would rather leave."
bool Asker::said_what(const Reading& reading) {
  const Role* speaker = find_speaker(reading);
  const Role* wanted = reading.wanted_role();
  if (speaker == nullptr || speaker->phrase.things.empty() || wanted == nullptr) return false;
  if (wanted->slot == Role::Slot::subject || !is_saying(reading.verb)) return false;
  std::string pattern = said_pattern(reading, *speaker, false);
  Found found = said_sentences(pattern, *speaker);
  if (found.answers.size() < 2) {
    const std::string wider = said_pattern(reading, *speaker, true);
    Found near = said_sentences(wider, *speaker);
    if (near.answers.size() > found.answers.size()) {
      found = std::move(near);
      pattern = wider;
    }
  }
  return take(std::move(found), "what " + speaker->phrase.text + " says", pattern);
}

/// Whose words they are, or who judges in them: "called the results surprising".
std::string Asker::said_pattern(const Reading& reading, const Role& speaker, bool near) {
  const std::string who = short_text(speaker.phrase.things.front(), prefixes_);
  std::vector<Term> judging;
  if (only_reports(reading.verb) && reading.roles.size() > 2)
    for (const std::string_view verb : opinion_verbs())
      for (const Term& relation : relations().of_verb(std::string(verb)))
        judging.push_back(relation);
  std::string pattern = fmt::format(
      "{{ ?sentence k:speaker {0} }} UNION {{ ?claim k:attributedTo {0} ; k:evidence ?sentence }} ",
      who);
  if (!judging.empty())
    pattern += fmt::format(
        "UNION {{ VALUES ?judging {} ?claim rdf:reifies <<( {} ?judging ?judged )>> ; k:evidence "
        "?sentence }} ",
        value_list(judging, prefixes_), who);
  if (near)
    pattern +=
        "?sentence k:partOf ?document ; k:index ?at . ?about k:partOf ?document ; k:index ?aboutAt "
        "FILTER(?aboutAt <= ?at && ?aboutAt >= ?at - 1) ";
  const std::string about = near ? "?about" : "?sentence";
  std::vector<std::string> words = reading.rest;
  for (const Role& role : reading.roles) {
    if (role.wanted || role.slot == Role::Slot::subject) continue;
    if (role.phrase.things.empty())
      words.insert(words.end(), role.phrase.words.begin(), role.phrase.words.end());
    else
      pattern += fmt::format("{} k:mentions {} . ", about,
                             short_text(role.phrase.things.front(), prefixes_));
  }
  if (!only_reports(reading.verb)) words.push_back(reading.verb);
  return pattern + matches(about, words) + "BIND(?sentence AS ?answer) ";
}

Found Asker::said_sentences(const std::string& pattern, const Role& speaker) {
  QueryResult result = kb_.query(
      "SELECT DISTINCT ?sentence ?document ?text ?headline ?date ?index ?begin ?end ?own WHERE { " +
          pattern +
          "?sentence k:text ?text ; k:partOf ?document . OPTIONAL { ?sentence k:begin "
          "?begin ; k:end ?end } OPTIONAL { ?sentence k:index ?index } OPTIONAL { ?document "
          "schema:headline ?headline } OPTIONAL { ?document schema:datePublished ?date } } "
          "ORDER BY ?date ?document ?index LIMIT 200",
      options_);
  Found found;
  for (const Row& row : result) {
    Answer answer;
    answer.value = text_of(row["text"]);
    answer.term = *row["sentence"];
    answer.fact.sentence = answer.term;
    answer.fact.document = *row["document"];
    answer.fact.text = answer.value;
    answer.fact.headline = text_of(row["headline"]);
    answer.fact.date = day_of(row["date"]);
    answer.fact.speaker = speaker.phrase.text;
    if (row["begin"]) answer.fact.begin = row["begin"].as<std::uint64_t>();
    if (row["end"]) answer.fact.end = row["end"].as<std::uint64_t>();
    found.answers.push_back(std::move(answer));
  }
  return found;
}

/// "Who said that P?": to whom the facts of sentences with these words are attributed.
bool Asker::said_who(const Reading& reading) {
  std::vector<std::string> words = reading.rest;
  for (const Role& role : reading.roles)
    if (!role.wanted) words.insert(words.end(), role.phrase.words.begin(), role.phrase.words.end());
  if (words.empty()) return false;
  const std::string pattern =
      matches("?sentence", words) +
      "?fact k:evidence ?sentence ; rdf:reifies <<( ?s ?p ?o )>> ; k:attributedTo ?answer . "
      "?answer a ?sayer . FILTER(?sayer IN (schema:Person, schema:Organization, schema:Country)) ";
  Reading as_told = reading;
  as_told.not_yet = true;
  QueryResult result = kb_.query(run_query(pattern), options_);
  Found found = AnswerReader(kb_, as_told).read(result, AnswerPart::subject);
  // Whatever is claimed, the claim itself is made.
  for (std::vector<Answer>* list : {&found.denied, &found.planned, &found.alleged}) {
    for (Answer& answer : *list) {
      const bool known =
          std::any_of(found.answers.begin(), found.answers.end(),
                      [&](const Answer& other) { return other.value == answer.value; });
      if (!known) found.answers.push_back(std::move(answer));
    }
    list->clear();
  }
  return take(std::move(found), "who claims it", pattern);
}

}  // namespace dossier::asking
