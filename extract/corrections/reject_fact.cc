// SPDX-License-Identifier: Apache-2.0
#include "extract/corrections/reject_fact.h"

#include <algorithm>

#include "extract/corrections/graph_view.h"
#include "extract/corrections/substitute.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

std::string saying_of(const GraphView& view, const Term& fact) {
  const std::string modality = view.text(fact, k::kModality);
  if (!modality.empty()) return modality;
  return view.text(fact, k::kPolarity) == "negative" ? "denied" : "asserted";
}

std::optional<Triple> said_by(const GraphView& view, const Term& fact) {
  for (const Term& object : view.objects(fact, vocabulary::rdf::kReifies))
    if (object.is_triple()) return object.as_triple();
  return std::nullopt;
}

/// As written; what has no words in the text is its own name.
std::string words(const GraphView& view, const Term& fact, std::string_view predicate,
                  const Term& argument) {
  const std::string text = view.text(fact, predicate);
  return text.empty() ? argument.value() : text;
}

bool same_words(const Reading& a, const Reading& b) {
  return a.relation == b.relation && a.sentence == b.sentence && a.subject == b.subject &&
         a.object == b.object && a.saying == b.saying;
}

std::vector<Term> facts_of(const TripleSet& graph) {
  std::vector<Term> facts;
  for (const Triple& triple : graph)
    if (triple.predicate.value() == vocabulary::rdf::kReifies && triple.object.is_triple())
      facts.push_back(triple.subject);
  return facts;
}

}  // namespace

Reading reading_of(const Term& fact, const TripleSet& graph) {
  const GraphView view(graph);
  const std::optional<Triple> said = said_by(view, fact);
  const std::vector<Term> sentences = view.objects(fact, k::kEvidence);
  if (!said || sentences.empty()) return {};
  Reading reading;
  reading.fact = fact;
  reading.relation = said->predicate;
  reading.sentence = view.text(sentences.front(), k::kText);
  reading.subject = words(view, fact, k::kSubjectText, said->subject);
  reading.object = words(view, fact, k::kObjectText, said->object);
  reading.saying = saying_of(view, fact);
  return reading;
}

Patch reject_fact(const Reading& reading, const TripleSet& graph) {
  const GraphView view(graph);
  std::set<Term> gone;
  TripleSet unsaid, still_said;
  for (const Term& fact : facts_of(graph)) {
    const Triple said = *said_by(view, fact);
    const bool goes =
        said.predicate == reading.relation && same_words(reading, reading_of(fact, graph));
    if (goes) gone.insert(fact);
    if (saying_of(view, fact) == "asserted") (goes ? unsaid : still_said).insert(said);
  }
  Patch patch;
  if (gone.empty()) return patch;
  for (const Triple& triple : graph)
    if (gone.contains(triple.subject) || gone.contains(triple.object)) patch.removed.insert(triple);
  for (const Triple& triple : unsaid)
    if (graph.contains(triple) && !still_said.contains(triple)) patch.removed.insert(triple);
  return patch;
}

}  // namespace dossier::extract
