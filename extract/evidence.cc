// SPDX-License-Identifier: Apache-2.0
// Finds the sentences behind facts: see dossier/evidence.h.
#include "dossier/evidence.h"

#include <algorithm>
#include <charconv>

#include "extract/record/graph_reader.h"
#include "extract/record/terms.h"
#include "extract/text/unicode.h"
#include "model/vocabulary.h"
#include "storage/store.h"

namespace dossier {

namespace {

using extract::GraphReader;
using Span = std::pair<std::uint32_t, std::uint32_t>;
namespace k = extract::k;

/// The reifiers of facts that match, each with its triple.
std::vector<std::pair<Term, Triple>> find_reifiers(const GraphReader& known,
                                                   const std::optional<Term>& subject,
                                                   const std::optional<Term>& predicate,
                                                   const std::optional<Term>& object) {
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

bool is_word(char32_t c) { return extract::is_letter(c) || extract::is_digit(c); }

/// Finds `part` in `text` as whole words, from `from` on; npos if it is not there.
std::size_t find_words(std::u32string_view text, std::u32string_view part, std::size_t from) {
  for (std::size_t at = text.find(part, from); at != std::u32string_view::npos;
       at = text.find(part, at + 1)) {
    const bool left = at == 0 || !is_word(text[at - 1]) || !is_word(part.front());
    const std::size_t end = at + part.size();
    const bool right = end == text.size() || !is_word(text[end]) || !is_word(part.back());
    if (left && right) return at;
  }
  return std::u32string_view::npos;
}

/// Of several places the one nearest to `anchor`.
std::optional<Span> nearest(std::u32string_view text, const std::string& part_utf8,
                            std::size_t anchor) {
  const std::u32string part = extract::to_code_points(part_utf8);
  if (part.empty()) return std::nullopt;
  std::optional<std::size_t> best;
  const auto distance = [&](std::size_t at) { return at > anchor ? at - anchor : anchor - at; };
  for (std::size_t at = find_words(text, part, 0); at != std::u32string_view::npos;
       at = find_words(text, part, at + 1))
    if (!best || distance(at) < distance(*best)) best = at;
  if (!best) return std::nullopt;
  return Span{static_cast<std::uint32_t>(*best), static_cast<std::uint32_t>(*best + part.size())};
}

std::uint32_t offset(const GraphReader& known, const Term& node, std::string_view predicate) {
  const std::string text = known.text(node, predicate);
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The reifier has the predicate's position; subject and object are searched near it.
void mark_spans(const GraphReader& known, const Term& reifier, Evidence& evidence) {
  const std::u32string text = extract::to_code_points(evidence.text);
  const std::uint32_t start = offset(known, evidence.sentence, k::kBegin);
  const Span words{offset(known, reifier, k::kBegin) - start,
                   offset(known, reifier, k::kEnd) - start};
  const bool inside = words.first < words.second && words.second <= text.size();
  const std::optional<Span> predicate = inside ? std::optional<Span>(words) : std::nullopt;
  const std::size_t anchor = inside ? words.first : 0;
  for (const auto& part : {nearest(text, known.text(reifier, k::kSubjectText), anchor), predicate,
                           nearest(text, known.text(reifier, k::kObjectText), anchor)})
    if (part) evidence.spans.push_back(*part);
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
    evidence.date = known.text(*document, extract::kDatePublished);
  }
  evidence.speaker = label_of(known, known.object(sentence, k::kSpeaker));
  if (evidence.speaker.empty()) evidence.speaker = known.text(sentence, k::kTurn);
  evidence.attributed_to = label_of(known, known.object(reifier, k::kAttributedTo));
  evidence.text = known.text(sentence, k::kText);
  mark_spans(known, reifier, evidence);
  evidence.polarity = known.text(reifier, k::kPolarity);
  evidence.modality = known.text(reifier, k::kModality);
  evidence.time = known.text(reifier, k::kTime);
  evidence.time_end = known.text(reifier, k::kTimeEnd);
  evidence.place = label_of(known, known.object(reifier, k::kPlace));
  evidence.confidence = number(known.text(reifier, k::kConfidence));
  evidence.asserted = known.contains(fact.subject, fact.predicate.value(), fact.object);
  evidence.fact = std::move(fact);
  return evidence;
}

}  // namespace

std::vector<Evidence> evidence_of(const KnowledgeBase& kb, const std::optional<Term>& subject,
                                  const std::optional<Term>& predicate,
                                  const std::optional<Term>& object) {
  const GraphReader known(kb.store().snapshot());
  struct Placed {
    Evidence evidence;
    double index = 0;
  };
  std::vector<Placed> found;
  for (auto& [reifier, fact] : find_reifiers(known, subject, predicate, object))
    for (const Term& sentence : known.objects(reifier, k::kEvidence))
      found.push_back({read_evidence(known, reifier, fact, sentence),
                       number(known.text(sentence, k::kIndex)).value_or(0)});
  std::stable_sort(found.begin(), found.end(), [](const Placed& a, const Placed& b) {
    if (a.evidence.document != b.evidence.document)
      return a.evidence.document < b.evidence.document;
    return a.index < b.index;
  });
  std::vector<Evidence> result;
  for (Placed& placed : found) result.push_back(std::move(placed.evidence));
  return result;
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
