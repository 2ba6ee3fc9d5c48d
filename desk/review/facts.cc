// SPDX-License-Identifier: Apache-2.0
// Facts that are doubtful, and facts that contradict each other.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "desk/review/proposals.h"
#include "desk/views/read_facts.h"
#include "desk/views/rows.h"
#include "dossier/conflicts.h"
#include "model/utf8.h"

namespace dossier::reviewing {
namespace {

constexpr int kPercent = 100;

int percent(double confidence) { return static_cast<int>(confidence * kPercent + 0.5); }

std::string words_of(const FactRow& fact) {
  std::string out = fact.subject + " " + fact.predicate;
  if (!fact.object.empty()) out += " " + fact.object;
  return out;
}

ProposalSide side_of(const FactRow& fact) {
  ProposalSide side;
  side.thing = fact.fact;
  side.name = words_of(fact);
  side.status = fact.status();
  side.sentence = fact.sentence;
  side.document = fact.document;
  side.text = fact.text;
  side.headline = fact.headline;
  side.date = fact.date;
  side.sentences = 1;
  for (const auto& span : {fact.subject_span, fact.predicate_span, fact.object_span})
    if (span.first < span.second) side.spans.emplace_back(span);
  std::sort(side.spans.begin(), side.spans.end());
  return side;
}

/// What the fact says and where, which outlives a new numbering of the document's facts.
std::string content_of(const FactRow& fact) {
  return fact.document.value() + '\n' + fact.text + '\n' + fact.triple.subject.to_string() + ' ' +
         fact.triple.predicate.to_string() + ' ' + fact.triple.object.to_string() + ' ' +
         fact.status();
}

bool is_name(const NamedTerm& term) {
  constexpr std::array<std::string_view, 6> kUnnamed{"concept", "individual", "quantity",
                                                     "value",   "none",       ""};
  return std::find(kUnnamed.begin(), kUnnamed.end(), term.kind) == kUnnamed.end();
}

/// The words a name was read from, when they are not its own: "she".
void add_indirect(const FactRow& fact, const NamedTerm& term,
                  const std::pair<std::uint32_t, std::uint32_t>& at,
                  std::vector<std::string>& reasons) {
  if (at.first >= at.second || !is_name(term)) return;
  const std::size_t begin = utf8::byte_offset(fact.text, at.first);
  const std::size_t end = utf8::byte_offset(fact.text, at.second);
  const std::string words = fact.text.substr(begin, end - begin);
  const bool is_small = !words.empty() && words[0] >= 'a' && words[0] <= 'z';
  if (is_small) reasons.push_back(fmt::format("\"{}\" is taken to be {}", words, term.label));
}

/// The reading of a fact in one sentence.
std::optional<FactRow> reading(const ReviewCall& call, const Evidence& evidence, Namer& namer) {
  QueryOptions options = call.options;
  options.parameters = {{"subject", evidence.fact.subject},
                        {"relation", evidence.fact.predicate},
                        {"object", evidence.fact.object},
                        {"in", evidence.sentence}};
  const FactSelection selection{
      .pattern =
          "?fact k:evidence $in ; rdf:reifies <<( $subject $relation $object )>> . "
          "BIND($subject AS ?s) BIND($relation AS ?p) BIND($object AS ?o) "};
  for (FactRow& fact : read_facts(call.kb, selection, options, namer))
    if ((fact.polarity == "negative") == (evidence.polarity == "negative")) return std::move(fact);
  return std::nullopt;
}

std::string_view why_not_both(Conflict::Kind kind) {
  constexpr std::array<std::string_view, 4> kReasons{
      "there can be one value only", "there can be one holder only", "it can happen once only",
      "it is stated and denied"};
  return kReasons.at(static_cast<std::size_t>(kind));
}

/// Fewer sentences, then less confidence, then the earlier document.
bool is_weaker(const ProposalSide& a, const FactRow& one, const ProposalSide& b,
               const FactRow& other) {
  if (a.sentences != b.sentences) return a.sentences < b.sentences;
  const double sure = one.confidence.value_or(1), other_sure = other.confidence.value_or(1);
  if (sure != other_sure) return sure < other_sure;
  return a.date < b.date;
}

}  // namespace

void add_doubtful_facts(const ReviewCall& call, std::vector<Proposal>& out) {
  Namer namer(call.kb, call.options);
  QueryOptions options = call.options;
  options.parameters = {{"doubt", Term::real(call.request.doubt)}};
  const FactSelection selection{.pattern =
                                    "?fact k:confidence ?doubtful FILTER(?doubtful < $doubt) "
                                    "FILTER NOT EXISTS { ?fact k:modality ?anyModality } "
                                    "FILTER NOT EXISTS { ?fact k:polarity \"negative\" } "
                                    "?fact rdf:reifies <<( ?s ?p ?o )>> . ",
                                .order = "ORDER BY ?confidence ?date ?document ?index ?fact" +
                                         slice(0, call.request.most + call.declined.size())};
  for (const FactRow& fact : read_facts(call.kb, selection, options, namer)) {
    Proposal proposal;
    proposal.kind = Proposal::Kind::fact;
    proposal.proposed = "reject " + words_of(fact);
    proposal.weight = 1 - fact.confidence.value_or(0);
    proposal.reasons = {fmt::format("confidence {} %", percent(fact.confidence.value_or(0)))};
    add_indirect(fact, namer(fact.triple.subject), fact.subject_span, proposal.reasons);
    add_indirect(fact, namer(fact.triple.object), fact.object_span, proposal.reasons);
    proposal.sides = {side_of(fact)};
    if (!call.add(out, std::move(proposal), {content_of(fact)})) break;
  }
}

void add_conflicts(const ReviewCall& call, std::vector<Proposal>& out) {
  Namer namer(call.kb, call.options);
  for (const Conflict& conflict : conflicts(call.kb)) {
    const std::optional<FactRow> one = reading(call, conflict.one, namer);
    const std::optional<FactRow> other = reading(call, conflict.other, namer);
    if (!one || !other) continue;
    ProposalSide first = side_of(*one), second = side_of(*other);
    first.sentences = conflict.one_sentences;
    second.sentences = conflict.other_sentences;
    if (is_weaker(second, *other, first, *one)) std::swap(first, second);
    Proposal proposal;
    proposal.kind = Proposal::Kind::conflict;
    proposal.proposed = "reject " + first.name + (first.status == "denied" ? " (denied)" : "");
    proposal.reasons.emplace_back(why_not_both(conflict.kind));
    proposal.reasons.push_back(first.sentences < second.sentences ? "fewer sentences say so"
                                                                  : "the other is surer or newer");
    proposal.weight = 0.5;
    proposal.sides = {std::move(first), std::move(second)};
    const std::string a = content_of(*one), b = content_of(*other);
    if (!call.add(out, std::move(proposal), {std::min(a, b), std::max(a, b)})) break;
  }
}

}  // namespace dossier::reviewing
