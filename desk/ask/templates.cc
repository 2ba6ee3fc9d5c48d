// SPDX-License-Identifier: Apache-2.0
// Questions that are not about a verb of the documents: posts, attributes, what somebody said.
#include <fmt/format.h>

#include <algorithm>

#include "desk/ask/asker.h"
#include "desk/ask/tables.h"
#include "engine/results/short_names.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

using Slot = Role::Slot;

const Role* find_known(const Reading& reading, Slot slot) {
  for (const Role& role : reading.roles)
    if (role.slot == slot && !role.wanted) return &role;
  return nullptr;
}

std::vector<Term> things_in(const Phrase& phrase) {
  std::vector<Term> out;
  for (const NameLink& name : phrase.names) {
    out.insert(out.end(), name.things.begin(), name.things.end());
    break;  // the one next to the noun
  }
  return out;
}

std::string words_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

bool Asker::run_relations(const Reading& reading, const std::string& step,
                          std::vector<Term> relations, const std::vector<Term>& subjects,
                          const std::vector<Term>& objects, AnswerPart part) {
  if (relations.empty()) return false;
  if (reading.wanted == Wanted::time) part = AnswerPart::time;  // since when it is so
  std::string pattern = fmt::format("VALUES ?p {} ", value_list(relations, prefixes_));
  if (!subjects.empty()) pattern += fmt::format("VALUES ?s {} ", value_list(subjects, prefixes_));
  if (!objects.empty()) pattern += fmt::format("VALUES ?o {} ", value_list(objects, prefixes_));
  pattern += "?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence . ";
  const char* const from = part == AnswerPart::subject  ? "?s"
                           : part == AnswerPart::object ? "?o"
                                                        : "?fact";
  pattern += fmt::format("BIND({} AS ?answer) ", from);
  pattern += time_pattern(reading, true);
  return take(run_pattern(reading, pattern, part), step, pattern);
}

/// The value of "nationality", "job", "founder" of things.
bool Asker::property_values(const Reading& reading, const std::string& noun,
                            const std::vector<Term>& things) {
  const Properties found = attribute(noun);
  if (found.empty() || things.empty()) return false;
  const std::string step = "a property of it";
  const bool forward = run_relations(reading, step, this->relations().known(found.forward), things,
                                     {}, AnswerPart::object);
  if (!forward && run_relations(reading, step, this->relations().known(found.inverse), {}, things,
                                AnswerPart::subject))
    return true;
  return forward;
}

/// "Which posts does X hold?", "What is X's job?", "What is the nationality of X?"
bool Asker::attribute_question(const Reading& reading) {
  if (!reading.copula) {
    const bool has = reading.verb == "hold" || reading.verb == "have" || reading.verb == "occupy";
    const Role* subject = find_known(reading, Slot::subject);
    if (!has || subject == nullptr || reading.noun.empty()) return false;
    return property_values(reading, reading.noun, subject->phrase.things);
  }
  for (const Role& role : reading.roles) {
    if (role.wanted || role.phrase.names.empty()) continue;
    const std::string noun = words_of(words_without_names(role.phrase));
    if (property_values(reading, noun, things_in(role.phrase))) return true;
    if (property_values(reading, role.phrase.head, things_in(role.phrase))) return true;
  }
  return false;
}

/// "X is the president of Y": who, or whether.
bool Asker::copula(const Reading& reading) {
  if (!reading.copula) return false;
  const Role* subject = find_known(reading, Slot::subject);
  const Role* attribute = find_known(reading, Slot::attribute);
  if (attribute == nullptr) attribute = find_known(reading, Slot::object);
  if (attribute != nullptr) {
    if (post(reading, attribute->phrase, subject)) return true;
    return state(reading, subject, attribute);
  }
  const bool fact = reading.wanted == Wanted::thing || reading.wanted == Wanted::yes_no;
  if (fact && state(reading, subject, nullptr)) return true;
  if (subject == nullptr) return false;
  if (reading.wanted == Wanted::place)
    return property_values(reading, "location", subject->phrase.things);
  if (reading.wanted != Wanted::thing) return false;
  if (!subject->phrase.things.empty()) return describe(reading, subject->phrase);
  return post(reading, subject->phrase, nullptr);
}

/// "Who was chair before X?": the one other person who has that title.
bool Asker::other_holder(const Reading& reading, const std::vector<std::string>& title,
                         const std::vector<Term>& than, const std::vector<std::string>& about) {
  if (title.empty()) return false;
  const Term property = Term::iri(vocabulary::iri(vocabulary::kSchema, "jobTitle"));
  std::string pattern = "VALUES ?p " + value_list({property}, prefixes_) +
                        " ?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence . ";
  for (const std::string& word : title)
    pattern += fmt::format("FILTER(CONTAINS(LCASE(STR(?o)), \"{}\")) ", word);
  for (const Term& one : than)
    pattern += fmt::format("FILTER(?s != {}) ", short_text(one, prefixes_));
  if (!about.empty())
    pattern +=
        "?sentence k:partOf ?document . ?near k:partOf ?document . " + matches("?near", about);
  pattern += "BIND(?s AS ?answer) ";
  Found found = run_pattern(reading, pattern, AnswerPart::subject);
  if (found.answers.size() != 1) return false;
  return take(std::move(found), "another holder of the post", pattern);
}

/// "the chief engineer of the dam": the one who has that title in documents that speak of a dam.
bool Asker::title_holder(const Reading& reading, const Phrase& phrase) {
  const std::size_t of = phrase.text.find(" of ");
  if (reading.wanted != Wanted::thing || !reading.person || of == phrase.text.npos) return false;
  const std::vector<std::string> title = content_words(phrase.text.substr(0, of));
  const std::vector<std::string> about = content_words(phrase.text.substr(of + 4));
  if (title.empty() || about.empty()) return false;
  return other_holder(reading, title, {}, about);
}

/// Who holds a post, by r:TITLE_of; without a body, whoever has the title.
bool Asker::post(const Reading& reading, const Phrase& phrase, const Role* holder) {
  std::vector<std::string> title = words_without_names(phrase);
  std::vector<Term> bodies = things_in(phrase);
  std::vector<Term> others;  ///< "before X": somebody else
  for (const Role& role : reading.roles) {
    if (role.slot != Slot::oblique || role.wanted) continue;
    if (role.marker == "before" || role.marker == "after")
      others = role.phrase.things;
    else if (bodies.empty())
      bodies = role.phrase.things;
  }
  if (bodies.empty() && holder == nullptr)
    return others.empty() ? title_holder(reading, phrase) : other_holder(reading, title, others);
  const std::vector<Term> holders = holder != nullptr ? holder->phrase.things : std::vector<Term>();
  if (holder != nullptr && holders.empty()) return false;
  const AnswerPart part = holder != nullptr ? AnswerPart::fact : AnswerPart::subject;
  if (run_relations(reading, "a post: " + words_of(title), relations().posts(title), holders,
                    bodies, part))
    return true;
  if (title.size() != 1 || bodies.empty() || part != AnswerPart::subject) return false;
  for (const std::string& post : posts_like(title.front()))
    if (run_relations(reading, "a post: " + post, relations().named({post + "_of"}), holders,
                      bodies, part))
      return true;
  return false;
}

/// r:be and what is like it: "countries are guarantors of the process", "who is in charge of X".
bool Asker::state(const Reading& reading, const Role* subject, const Role* attribute) {
  const AnswerPart part = subject == nullptr ? AnswerPart::subject : AnswerPart::fact;
  std::vector<Attempt> ways;
  for (const Role& role : reading.roles) {
    // "is home to X": the relation has the noun.
    if (role.slot != Slot::oblique || role.wanted) continue;
    const std::string noun = attribute == nullptr ? "" : attribute->phrase.head + "_";
    const std::string local = "be_" + noun + role.marker;
    ways.push_back(
        {"the same relation", relations().named({local}), subject, &role, {}, part, "", false});
  }
  if (attribute != nullptr) {
    ways.push_back(
        {"the same relation", relations().named({"be"}), subject, attribute, {}, part, "", false});
    for (const Role& role : reading.roles)
      if (role.slot == Slot::oblique && !role.wanted) ways.back().others.push_back(&role);
  }
  for (const Attempt& attempt : ways) {
    if (attempt.relations.empty()) continue;
    for (const Tightness& tightness : tightnesses(reading)) {
      std::string pattern;
      Found rows = run_attempt(reading, attempt, tightness, pattern);
      if (take(std::move(rows), attempt.step, pattern)) return true;
    }
  }
  return false;
}

/// "Who is X?": posts with their bodies; else titles and what X is said to be.
bool Asker::describe(const Reading& reading, const Phrase& phrase) {
  if (run_relations(reading, "its posts", relations().all_posts(), phrase.things, {},
                    AnswerPart::object)) {
    for (Answer& answer : out_.answers) answer.value = answer.fact.predicate + " " + answer.value;
    return true;
  }
  const std::vector<Term> titles{Term::iri(vocabulary::iri(vocabulary::kSchema, "jobTitle"))};
  Reading any = reading;
  any.person = false;  // a title is no person
  if (run_relations(any, "its titles", relations().known(titles), phrase.things, {},
                    AnswerPart::object))
    return true;
  return run_relations(any, "what it is said to be", relations().named({"be"}), phrase.things, {},
                       AnswerPart::object);
}

}  // namespace dossier::asking
