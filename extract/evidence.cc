// SPDX-License-Identifier: Apache-2.0
// Finds the sentences behind facts: see dossier/evidence.h.
#include "dossier/evidence.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "extract/graph/graph_reader.h"
#include "extract/graph/vocabulary.h"
#include "extract/interruption.h"
#include "model/vocabulary.h"
#include "storage/store.h"

namespace dossier {

namespace {

using extract::GraphReader;
namespace k = extract::k;

/// The reifiers of facts that match, each with its triple.
std::vector<std::pair<Term, Triple>> find_reifiers(const GraphReader& known,
                                                   const FactPattern& pattern) {
  const auto& [subject, predicate, object] = pattern;
  std::vector<std::pair<Term, Triple>> result;
  if (subject && predicate && object) {
    const Triple fact{*subject, *predicate, *object};
    for (const Term& reifier : known.subjects(vocabulary::rdf::kReifies, Term::triple(fact)))
      result.emplace_back(reifier, fact);
    return result;
  }
  for (const Term& fact : known.facts_matching(subject, predicate, object))
    for (const Term& reifier : known.subjects(vocabulary::rdf::kReifies, fact))
      result.emplace_back(reifier, fact.as_triple());
  return result;
}

/// Of the parts that the sentence has words for.
void read_spans(const GraphReader& known, const Term& reifier, Evidence& evidence) {
  for (const k::SpanTerms& part : k::kFactSpans) {
    const std::uint64_t begin = known.number(reifier, part.begin);
    const std::uint64_t end = known.number(reifier, part.end);
    if (begin < evidence.begin || end <= begin || end > evidence.end) continue;
    evidence.spans.emplace_back(static_cast<std::uint32_t>(begin - evidence.begin),
                                static_cast<std::uint32_t>(end - evidence.begin));
  }
  std::sort(evidence.spans.begin(), evidence.spans.end());
}

std::string label_of(const GraphReader& known, const std::optional<Term>& thing) {
  if (!thing) return {};
  if (thing->is_literal()) return thing->value();
  const std::string label = known.text(*thing, extract::kLabel);
  return label.empty() ? thing->value() : label;
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Evidence read_evidence(const GraphReader& known, const Term& reifier, Triple fact,
                       const Term& sentence) {
  Evidence evidence;
  evidence.sentence = sentence;
  if (const auto document = known.object(sentence, k::kPartOf)) {
    evidence.document = *document;
    evidence.headline = known.text(*document, extract::kHeadline);
    evidence.date = extract::published(known, *document);
    evidence.source_file = known.text(*document, k::kSourceFile);
  }
  evidence.begin = known.number(sentence, k::kBegin);
  evidence.end = known.number(sentence, k::kEnd);
  evidence.speaker = label_of(known, known.object(sentence, k::kSpeaker));
  if (evidence.speaker.empty()) evidence.speaker = known.text(sentence, k::kTurn);
  evidence.attributed_to = label_of(known, known.object(reifier, k::kAttributedTo));
  evidence.text = known.text(sentence, k::kText);
  read_spans(known, reifier, evidence);
  evidence.polarity = known.text(reifier, k::kPolarity);
  evidence.modality = known.text(reifier, k::kModality);
  evidence.time = known.text(reifier, k::kTime);
  evidence.time_from = known.text(reifier, k::kFrom);
  evidence.time_to = known.text(reifier, k::kTo);
  evidence.time_text = known.text(reifier, k::kTimeText);
  evidence.place = label_of(known, known.object(reifier, k::kPlace));
  evidence.confidence = number(known.text(reifier, k::kConfidence));
  evidence.asserted = known.contains(fact.subject, fact.predicate.value(), fact.object);
  evidence.fact = std::move(fact);
  return evidence;
}

/// A piece of evidence before it is read.
struct Found {
  std::string document;
  std::uint64_t index = 0;  ///< of the sentence
  std::size_t order = 0;
  Term reifier, sentence;
  Triple fact;

  friend bool operator<(const Found& a, const Found& b) {
    return std::tie(a.document, a.index, a.order) < std::tie(b.document, b.index, b.order);
  }
};

/// What the options ask for, in order.
std::vector<Found> find_evidence(const GraphReader& known, const FactPattern& pattern,
                                 const EvidenceOptions& options,
                                 const extract::Interruption& interruption) {
  std::vector<Found> found;
  for (auto& [reifier, fact] : find_reifiers(known, pattern)) {
    interruption.check();
    for (const Term& sentence : known.objects(reifier, k::kEvidence)) {
      const auto document = known.object(sentence, k::kPartOf);
      found.push_back({document ? document->value() : std::string(),
                       known.number(sentence, k::kIndex), found.size(), reifier, sentence, fact});
    }
  }
  const std::size_t first = std::min(options.offset, found.size());
  const std::size_t last =
      first + std::min(options.limit.value_or(found.size()), found.size() - first);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(last), found.end());
  found.resize(last);
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(first));
  return found;
}

}  // namespace

std::vector<Evidence> evidence_of(const KnowledgeBase& kb, const FactPattern& pattern,
                                  const EvidenceOptions& options) {
  const GraphReader known(kb.store().snapshot());
  const extract::Interruption interruption(options.cancellation, {.time = options.timeout});
  std::vector<Evidence> result;
  for (Found& found : find_evidence(known, pattern, options, interruption)) {
    interruption.check();
    result.push_back(read_evidence(known, found.reifier, std::move(found.fact), found.sentence));
  }
  return result;
}

std::vector<Evidence> evidence_of(const KnowledgeBase& kb, const std::optional<Term>& subject,
                                  const std::optional<Term>& predicate,
                                  const std::optional<Term>& object) {
  return evidence_of(kb, FactPattern{subject, predicate, object}, {});
}

std::vector<Term> entities_named(const KnowledgeBase& kb, const std::string& name) {
  const GraphReader known(kb.store().snapshot());
  std::vector<Term> result;
  for (const std::string_view predicate : {extract::kLabel, extract::kAltLabel}) {
    std::vector<Term> found = known.subjects(predicate, Term::string(name));
    std::erase_if(found, [](const Term& term) {
      return !term.is_iri() || !term.value().starts_with(vocabulary::kEntity);
    });
    std::sort(found.begin(), found.end());
    for (Term& term : found)
      if (std::find(result.begin(), result.end(), term) == result.end())
        result.push_back(std::move(term));
  }
  return result;
}

}  // namespace dossier
