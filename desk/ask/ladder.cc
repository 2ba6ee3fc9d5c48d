// SPDX-License-Identifier: Apache-2.0
// Climbs the ladder of attempts.h: the first step with rows answers.
#include <algorithm>

#include "desk/ask/asker.h"
#include "desk/ask/tables.h"
#include "desk/ask/time_spans.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::asking {
namespace {

/// What else is asked may stand elsewhere in the document of a fact that is about one of the
/// question's things.
bool may_be_elsewhere(const Reading& reading, const Attempt& attempt) {
  const auto is_described = [](const Role* role) {
    return role != nullptr && role->phrase.things.empty() && role->phrase.words.size() > 1;
  };
  const bool described = is_described(attempt.subject) || is_described(attempt.object);
  if (attempt.others.empty() && reading.times.empty() && !described) return false;
  return attempt.subject != nullptr || attempt.object != nullptr || reading.wanted == Wanted::count;
}

}  // namespace

std::vector<Tightness> Asker::tightnesses(const Reading& reading) const {
  const bool times = !reading.times.empty();
  const bool words = std::any_of(reading.roles.begin(), reading.roles.end(), [](const Role& role) {
    return !role.wanted && role.phrase.things.empty() && role.phrase.words.size() > 1;
  });
  // A noun that names no class may be used loosely: "which official" of somebody with a title.
  const bool noun = !reading.noun.empty() && classes_of(reading.noun).empty();
  std::vector<Tightness> out;
  for (const bool with_noun : {true, false})
    for (const bool sentence : {true, false})
      for (const bool time : {true, false})
        for (const bool label : {true, false}) {
          const bool differs = (with_noun || noun) && (time || times) && (label || words);
          if (!differs) continue;
          if (!sentence) out.push_back({label, time, false, with_noun, true});
          out.push_back({label, time, sentence, with_noun, false});
        }
  return out;
}

Found Asker::run_pattern(const Reading& reading, const std::string& pattern, AnswerPart part) {
  QueryResult result = kb_.query(run_query(pattern), options_);
  return AnswerReader(kb_, reading).read(result, part);
}

Found Asker::run_attempt(const Reading& reading, const Attempt& attempt, const Tightness& tightness,
                         std::string& pattern) {
  pattern = pattern_of(reading, attempt, tightness, prefixes_);
  return run_pattern(reading, pattern, attempt.part);
}

/// Keeps what was found; true when that ends the search.
bool Asker::take(Found found, const std::string& step, const std::string& pattern) {
  if (found.empty()) return false;
  if (found.answers.empty()) {
    if (!not_asserted_) {
      not_asserted_ = std::move(found);
      not_asserted_as_.step = step;
      not_asserted_as_.sparql = shown_query(pattern);
    }
    return false;
  }
  out_.answers = std::move(found.answers);
  out_.denied = std::move(found.denied);
  out_.planned = std::move(found.planned);
  out_.alleged = std::move(found.alleged);
  out_.step = step;
  out_.sparql = shown_query(pattern);
  return true;
}

bool Asker::climb(const Reading& reading, bool in_sentence) {
  const std::vector<Attempt> ladder = attempts(reading, relations());
  const std::vector<Tightness> ways = tightnesses(reading);
  for (std::size_t begin = 0; begin < ladder.size();) {
    std::size_t end = begin;
    while (end < ladder.size() && ladder[end].step == ladder[begin].step) ++end;
    for (const Tightness& tightness : ways) {
      if (tightness.in_sentence != in_sentence) continue;
      // "the counterpart that X spoke to" is not whomever X met.
      if (!tightness.noun && !ladder[begin].same_verb()) continue;
      for (std::size_t i = begin; i < end; ++i) {
        const bool may_be = tightness.in_headline ? !ladder[i].others.empty()
                                                  : may_be_elsewhere(reading, ladder[i]);
        if (!in_sentence && !may_be) continue;
        std::string pattern;
        Found found = run_attempt(reading, ladder[i], tightness, pattern);
        if (take(std::move(found), ladder[i].step, pattern)) return true;
      }
    }
    begin = end;
  }
  return false;
}

/// "..., and when?": the same clause once more.
bool Asker::climb_also(const Statement& statement, Reading reading) {
  if (!statement.also_time && !statement.also_place) return false;
  Answers first = std::move(out_);
  out_ = Answers();
  reading.wanted = statement.also_time ? Wanted::time : Wanted::place;
  std::erase_if(reading.roles, [](const Role& role) { return role.wanted; });
  const bool found = climb(reading, true) || clauses_of_sentences(reading) ||
                     climb(reading, false) || headline_event(reading);
  for (Answer& answer : out_.answers) first.answers.push_back(std::move(answer));
  out_ = std::move(first);
  return found;
}

/// How many, when no argument is a number: the only number of that kind in a sentence with the
/// fact.
bool Asker::numbers_of_sentences(const Reading& reading) {
  if (reading.wanted != Wanted::count && reading.wanted != Wanted::amount) return false;
  Reading known = reading;
  std::erase_if(known.roles, [](const Role& role) { return role.wanted; });
  known.wanted = Wanted::yes_no;
  if (known.roles.empty()) return false;
  for (const Attempt& attempt : attempts(known, relations())) {
    const std::string pattern = pattern_of(known, attempt, {}, prefixes_) +
                                "?sentence k:mentions ?number . ?number a k:Quantity . ";
    std::string for_numbers = pattern;
    const std::size_t bound = for_numbers.find("BIND(?fact AS ?answer) ");
    if (bound != for_numbers.npos)
      for_numbers.replace(bound, std::string_view("BIND(?fact AS ?answer) ").size(), "");
    for_numbers += "BIND(?number AS ?answer) ";
    Found found = run_pattern(reading, for_numbers, AnswerPart::object);
    // "How much" without a noun is money, not "within 28 days".
    if (reading.wanted == Wanted::amount && reading.noun.empty())
      std::erase_if(found.answers, [](const Answer& one) { return is_span(one.value); });
    if (found.answers.size() != 1) continue;
    if (take(std::move(found), attempt.step + ", a number in its sentence", for_numbers))
      return true;
  }
  return false;
}

/// When, where the fact has no time: the only time that its sentence names.
bool Asker::times_of_sentences(const Reading& reading) {
  if (reading.wanted != Wanted::time) return false;
  Reading known = reading;
  known.wanted = Wanted::often;
  for (const Attempt& attempt : attempts(known, relations())) {
    std::string pattern;
    Found found = run_attempt(known, attempt, {}, pattern);
    std::vector<Answer> dated;
    for (Answer& answer : found.answers) {
      const std::vector<std::string> times = times_in(answer.fact.text, answer.fact.date);
      if (times.size() != 1) continue;
      answer.value = times.front();
      dated.push_back(std::move(answer));
    }
    found = Found();
    found.answers = std::move(dated);
    if (take(std::move(found), attempt.step + ", a time in its sentence", pattern)) return true;
  }
  return false;
}

/// "the president of Kenya" is who holds the post.
void Asker::resolve_descriptions(Reading& reading) {
  for (Role& role : reading.roles) {
    Phrase& phrase = role.phrase;
    if (role.wanted || !phrase.things.empty() || phrase.names.empty() || reading.copula) continue;
    if (!extract::Lexicon::builtin().is(phrase.head, extract::kTitle)) continue;
    const std::vector<Term> posts = relations().posts(words_without_names(phrase));
    if (posts.empty()) continue;
    QueryResult result =
        kb_.query("SELECT DISTINCT ?holder WHERE { VALUES ?post " + value_list(posts, prefixes_) +
                      " VALUES ?body " + value_list(phrase.names.front().things, prefixes_) +
                      " ?holder ?post ?body } ORDER BY ?holder",
                  options_);
    for (const Row& row : result) phrase.things.push_back(*row["holder"]);
  }
}

}  // namespace dossier::asking
