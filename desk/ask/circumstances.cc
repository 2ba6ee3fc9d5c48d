// SPDX-License-Identifier: Apache-2.0
// Why, how long, how high; and the same question from the other side.
#include <vector>

#include "desk/ask/asker.h"
#include "desk/ask/other_readings.h"
#include "desk/ask/tables.h"

namespace dossier::asking {

/// "How long was the strike?": no measure, but how long it lasted.
bool Asker::lasted(const Reading& reading) {
  Reading span = reading;
  std::erase_if(span.roles, [](const Role& role) { return role.wanted; });
  if (span.roles.size() != 1) return true;
  span.roles.front().slot = Role::Slot::subject;
  span.wanted = Wanted::duration;
  span.copula = false;
  span.verb = span.lemma = "last";
  clauses_of_sentences(span);
  return true;
}

/// Why, how long, how high: what stands in the clause, no thing of a fact. True for every such
/// question.
bool Asker::circumstance(const Reading& asked) {
  Reading reading = asked;
  // "How long did it take to repair X?" names nobody who repaired it.
  std::erase_if(reading.roles, [](const Role& role) {
    return !role.wanted && role.phrase.things.empty() && role.phrase.words.empty();
  });
  const bool length = reading.wanted == Wanted::duration;
  const bool of_clause = reading.wanted == Wanted::cause || reading.wanted == Wanted::manner;
  if (!of_clause && reading.wanted != Wanted::measure && !length) return false;
  if (clauses_of_sentences(reading)) return true;
  if (reading.measure == "long" && reading.copula) return lasted(reading);
  Reading timed = reading;
  timed.wanted = Wanted::time;
  if (length && climb(timed, true)) {
    std::erase_if(out_.answers, [](Answer& answer) {
      const Period& period = answer.fact.time;
      // A day on which it was so says nothing of its length.
      const bool open = period.from.empty() != period.to.empty();
      if (!open && time_value(period).find('/') == std::string::npos) return true;
      answer.value = period_text(period);
      return false;
    });
    if (!out_.answers.empty()) return true;
  }
  const bool measure = reading.wanted == Wanted::measure;
  if (measure && reading.copula) return true;
  if (!measure && clauses_of_sentences(reading, Reach::around)) return true;
  // Of two things that last, "it" may be either.
  if (!length) clauses_of_sentences(reading, Reach::loosely);
  return true;
}

/// "What was paid for X?" as "For what was X bought?"
bool Asker::other_way(const Reading& reading) {
  for (const Reading& other : other_readings(reading))
    if (climb(other, true) || clauses_of_sentences(other)) return true;
  return false;
}

bool Asker::other_way_loosely(const Reading& reading) {
  for (const Reading& other : other_readings(reading))
    if (clauses_of_sentences(other, Reach::loosely)) return true;
  return false;
}

/// "X rejected the offer": no, X did not accept it. Who did not reject it may not have accepted it.
bool Asker::opposite(const Reading& reading) {
  if (reading.wanted != Wanted::yes_no || reading.negated || reading.copula) return false;
  for (const std::string& verb : opposites(reading.verb)) {
    Reading other = reading;
    other.verb = other.lemma = verb;
    if (!climb(other, true) && !clauses_of_sentences(other)) continue;
    const bool so = out_.answers.front().value == "yes";
    if (so) {
      out_.answers.front().value = "no";
      out_.step = "its opposite: " + verb;
      return true;
    }
    out_.answers.clear();
  }
  return false;
}

}  // namespace dossier::asking
