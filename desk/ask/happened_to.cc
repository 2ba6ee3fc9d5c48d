// SPDX-License-Identifier: Apache-2.0
// "What happened to X?": what befell it, as clauses say it.
#include "desk/ask/asker.h"
#include "desk/ask/clause_manner.h"
#include "desk/ask/sentence_loader.h"
#include "desk/ask/value_of_phrase.h"

namespace dossier::asking {
namespace {

constexpr std::size_t kMostSentences = 40;

std::vector<ClauseValue> events_of(const Reading& reading, const Phrase& phrase,
                                   const SentenceText& source) {
  std::vector<ClauseValue> out;
  const extract::Analysis analysis = analysed(source.text, true, source.date);
  for (const extract::Sentence& parsed : analysis.sentences) {
    const PhraseMatcher phrases(source, parsed);
    const PhraseValues values(reading, source, parsed);
    for (const extract::Frame& frame : parsed.frames) {
      if (frame.modality != extract::Modality::asserted) continue;
      const auto words = befell(parsed, frame, phrases, phrase);
      if (!words) continue;
      out.push_back(values.words_of(*words));
      out.back().confidence = frame.confidence;
    }
  }
  return out;
}

}  // namespace

bool Asker::happened_to(const Reading& reading) {
  const Role* whom = reading.find(Role::Slot::oblique);
  const bool asked = (reading.verb == "happen" || reading.verb == "become") && whom != nullptr &&
                     !whom->wanted && (whom->marker == "to" || whom->marker == "of");
  if (!asked || whom->phrase.words.empty()) return false;
  std::vector<Term> sentences = sentences_naming(whom->phrase, kMostSentences);
  if (sentences.empty()) return false;
  SentenceLoader loader(kb_, options_);
  Found found;
  for (Answer& answer : loader.load(sentences, prefixes_)) {
    const SentenceText text{answer.fact.text, answer.fact.date,
                            loader.names_of(answer.fact.sentence)};
    for (const ClauseValue& value : events_of(reading, whom->phrase, text)) {
      Answer one = answer;
      one.value = value.value;
      one.fact.confidence = value.confidence;
      file_answer(found, reading, std::move(one));
    }
  }
  return take(std::move(found), "what befell it: reading the sentences again",
              matches("?sentence", whom->phrase.words) + "BIND(?sentence AS ?answer) ");
}

/// By what they mention, or by their words where it is no name.
std::vector<Term> Asker::sentences_naming(const Phrase& phrase, std::size_t most) {
  std::vector<Term> out;
  if (!phrase.things.empty()) {
    QueryResult result = kb_.query(
        "SELECT DISTINCT ?sentence WHERE { VALUES ?named " + value_list(phrase.things, prefixes_) +
            " ?sentence k:mentions ?named ; k:partOf ?document ; k:index ?at } ORDER BY ?document "
            "?at LIMIT " +
            std::to_string(most),
        options_);
    for (const Row& row : result) out.push_back(*row["sentence"]);
    return out;
  }
  std::string words;
  for (const std::string& word : phrase.words) words += (words.empty() ? "" : " ") + word;
  for (const FoundSentence& one :
       find(kb_, {.words = words, .entities = 0, .sentences = most}, options_).sentences)
    out.push_back(one.sentence);
  return out;
}

}  // namespace dossier::asking
