// SPDX-License-Identifier: Apache-2.0
// Where no fact answers: sentences read again, as the question is read.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "desk/ask/asker.h"
#include "desk/ask/cause_clauses.h"
#include "desk/ask/clause_circumstances.h"
#include "desk/ask/other_words.h"
#include "desk/ask/sentence_clauses.h"
#include "desk/ask/tables.h"
#include "desk/views/rows.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

/// Sentences that are read: reading one costs about a millisecond.
constexpr std::size_t kMostSentences = 40;

std::string first_word(const std::string& relation) {
  return relation.substr(0, relation.find_first_of("_-"));
}

/// The verb in all its forms, what means the same, nouns for it, and the words of the question,
/// which may all stand around the sentence.
std::string search_words(const Reading& reading, const std::vector<std::string>& words,
                         bool around) {
  if (reading.copula && reading.wanted != Wanted::measure) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
  }
  std::string verbs = first_word(reading.verb);
  if (reading.wanted == Wanted::measure) {
    verbs = reading.measure + (reading.copula ? "" : " OR " + first_word(reading.verb));
    if (const std::string_view noun = measure_noun(reading.measure); !noun.empty())
      verbs += " OR " + std::string(noun);
  }
  if (reading.wanted == Wanted::duration && reading.verb == "last")
    verbs += " OR " + ending_verbs();
  if (reading.wanted == Wanted::amount && reading.verb == "cost") verbs += " OR price";
  for (const std::string& synonym : synonyms(reading.verb)) verbs += " OR " + first_word(synonym);
  const bool cause = reading.wanted == Wanted::cause;
  if (cause) verbs += " OR " + causing_verbs();
  if (reading.verb == "cause") verbs += " OR because OR due OR owing OR thanks OR result";
  for (const std::string& noun : event_nouns(reading.verb)) verbs += " OR " + noun;
  for (const Term& post : verb_properties(reading.verb, "").forward)
    if (post.value().starts_with(vocabulary::kRelation))
      verbs += " OR " + first_word(post.value().substr(vocabulary::kRelation.size()));
  if (around) return verbs;
  std::string any;
  for (const std::string& word : words) any += " OR " + word;
  return "(" + verbs + ")" + (any.empty() ? "" : " AND (" + any.substr(4) + ")");
}

class SentenceLoader {
 public:
  SentenceLoader(const KnowledgeBase& kb, const QueryOptions& options)
      : kb_(kb), options_(options) {}

  std::vector<Answer> load(const std::vector<Term>& sentences, const Prefixes& prefixes) {
    const std::string values = value_list(sentences, prefixes);
    for (const Row& row : kb_.query(
             "SELECT ?sentence ?text ?document ?begin ?end ?index ?headline ?date WHERE { VALUES "
             "?sentence " +
                 values +
                 " ?sentence k:text ?text ; k:partOf ?document ; k:begin ?begin ; k:end ?end ; "
                 "k:index ?index OPTIONAL { ?document schema:headline ?headline } OPTIONAL { "
                 "?document schema:datePublished ?date } } ORDER BY ?sentence",
             options_))
      add(row);
    for (const Row& row : kb_.query(
             "SELECT ?sentence ?entity ?label ?class ?begin ?end WHERE { VALUES ?sentence " +
                 values +
                 " ?mention k:partOf ?sentence ; k:of ?entity ; k:begin ?begin ; k:end ?end . "
                 "?entity a ?class ; rdfs:label ?label } ORDER BY ?sentence ?begin ?end ?entity "
                 "?class",
             options_))
      add_name(row);
    return std::move(answers_);
  }

  std::vector<NamedPlace> names_of(const Term& sentence) { return std::move(names_[sentence]); }

  /// The headline, five sentences before it and one behind it.
  std::string around(const FactRow& fact) const {
    QueryOptions own = options_;
    own.parameters = {{"document", fact.document},
                      {"index", Term::integer(static_cast<std::int64_t>(fact.index))}};
    std::string out = fact.headline;
    for (const Row& row :
         kb_.query("SELECT ?text WHERE { ?one k:partOf $document ; k:index ?at ; k:text ?text "
                   "FILTER(?at >= $index - 5 && ?at <= $index + 1 && ?at != $index) } ORDER BY ?at",
                   own))
      out += "\n" + text_of(row["text"]);
    return out;
  }

 private:
  void add(const Row& row) {
    Answer answer;
    FactRow& fact = answer.fact;
    take_sentence(row, fact);
    fact.index = row["index"].as<std::uint64_t>();
    if (!begins_.emplace(fact.sentence, fact.begin).second) return;
    answers_.push_back(std::move(answer));
  }

  void add_name(const Row& row) {
    const auto sentence = begins_.find(*row["sentence"]);
    if (sentence == begins_.end()) return;
    const auto begin = row["begin"].as<std::uint64_t>();
    const auto end = row["end"].as<std::uint64_t>();
    if (begin < sentence->second || end <= begin) return;
    const extract::TextSpan span{static_cast<std::uint32_t>(begin - sentence->second),
                                 static_cast<std::uint32_t>(end - sentence->second)};
    std::vector<NamedPlace>& names = names_[sentence->first];
    const bool same =
        !names.empty() && names.back().span == span && names.back().thing == *row["entity"];
    if (!same) names.push_back({span, *row["entity"], text_of(row["label"]), {}, true});
    const Term kind = *row["class"];
    names.back().classes.push_back(kind);
    for (const std::string_view local : {"Concept", "Individual", "Quantity"})
      if (kind == Term::iri(vocabulary::iri(vocabulary::kDossier, local)))
        names.back().named = false;
  }

  const KnowledgeBase& kb_;
  const QueryOptions& options_;
  std::vector<Answer> answers_;
  std::map<Term, std::uint64_t> begins_;
  std::map<Term, std::vector<NamedPlace>> names_;
};

/// "When did X last win?": of several times the last one.
void pick_time(std::vector<Answer>& answers, const Reading& reading) {
  const bool first = reading.pick == Reading::Pick::first;
  if (reading.wanted != Wanted::time || answers.empty()) return;
  if (!first && reading.pick != Reading::Pick::last) return;
  std::stable_sort(answers.begin(), answers.end(), [&](const Answer& a, const Answer& b) {
    return first ? a.value < b.value : b.value < a.value;
  });
  answers.resize(1);
}

/// Clauses that deny it say "no"; two that contradict each other say nothing.
bool judge(Found& found, bool negated) {
  if (found.answers.empty() == found.denied.empty()) return false;
  const bool so = !found.answers.empty();
  if (!so) found.answers.swap(found.denied);
  found.answers.resize(1);
  found.answers.front().value = so == negated ? "no" : "yes";
  return true;
}

}  // namespace

/// The sentences that have the verb and most words of the question, read as the question is.
bool Asker::clauses_of_sentences(const Reading& reading, bool around) {
  if (reading.verb.empty()) return false;
  if (reading.wanted == Wanted::often) return false;
  // Whether somebody did something to something: less would be said by too many clauses.
  const bool whether = reading.wanted == Wanted::yes_no;
  if (whether && (around || reading.copula || reading.roles.size() < 2)) return false;
  std::vector<std::string> words;
  for (const Role& role : reading.roles)
    words.insert(words.end(), role.phrase.words.begin(), role.phrase.words.end());
  if (words.empty()) return false;
  const std::string search = search_words(reading, words, around);
  std::vector<Term> sentences;
  for (const FoundSentence& one :
       find(kb_, {.words = search, .entities = 0, .sentences = kMostSentences}, options_).sentences)
    sentences.push_back(one.sentence);
  if (sentences.empty()) return false;
  SentenceLoader loader(kb_, options_);
  Found found;
  for (Answer& answer : loader.load(sentences, prefixes_)) {
    const SentenceText text{answer.fact.text, answer.fact.date,
                            loader.names_of(answer.fact.sentence),
                            around ? loader.around(answer.fact) : ""};
    for (const ClauseValue& value : clause_values(reading, text)) {
      Answer one = answer;
      one.value = value.value;
      one.term = value.thing;
      one.fact.confidence = value.confidence;
      if (value.negated) one.fact.polarity = "negative";
      if (value.modality != extract::Modality::asserted)
        one.fact.modality = extract::modality_name(value.modality);
      file_answer(found, reading, std::move(one));
    }
  }
  pick_time(found.answers, reading);
  if (whether && !judge(found, reading.negated)) return false;
  return take(std::move(found),
              around ? "reading the sentence and those around it again: no stored fact says it"
                     : "reading the sentence again: no stored fact says it",
              matches("?sentence", {search}) + "BIND(?sentence AS ?answer) ");
}

}  // namespace dossier::asking
