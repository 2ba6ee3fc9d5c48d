// SPDX-License-Identifier: Apache-2.0
#include "extract/record/write_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

bool says_alike(const Claim& a, const Claim& b) {
  return a.negated == b.negated && a.modality == b.modality;
}

}  // namespace

Term FactWriter::quantity_node(std::uint32_t sentence, std::uint32_t quantity) const {
  return Term::blank_node(fmt::format("quantity-{}-{}", sentence, quantity));
}

void FactWriter::write_quantities(const Sentence& sentence, const Term& iri) {
  for (std::uint32_t q = 0; q < sentence.quantities.size(); ++q) {
    const Term node = quantity_node(sentence.index, q);
    out_.add(iri, k::kMentions, node);
    out_.quantity(node, sentence.quantities[q]);
  }
}

Term FactWriter::term_of(const Sentence& sentence, const Argument& argument) const {
  if (argument.quantity) return quantity_node(sentence.index, *argument.quantity);
  return names_[*argument.entity].iri;
}

Term FactWriter::term_of(const FactNode& node) const {
  if (node.quantity) return quantity_node(analysis_.sentences[node.sentence].index, *node.quantity);
  return node.entity ? names_[*node.entity].iri : node.term;
}

void FactWriter::write_facts(const Sentence& sentence, const Term& iri) {
  statements_.clear();
  for (const Clause& clause : sentence.clauses) add_clause(sentence, clause);
  for (const TypedFact& fact : sentence.typed_facts) add_typed(fact);
  for (const Statement& fact : statements_) write_fact(sentence, fact, iri);
}

void FactWriter::add_clause(const Sentence& sentence, const Clause& clause) {
  const Term object =
      clause.object ? term_of(sentence, *clause.object) : Term::iri(std::string(k::kNothing));
  label_relation(clause.relation);
  statements_.push_back(
      {{names_[*clause.subject->entity].iri, relation_iri(clause.relation), object},
       clause,
       {},
       {}});
}

void FactWriter::add_typed(const TypedFact& fact) {
  Triple triple{term_of(fact.subject), fact.predicate, term_of(fact.object)};
  if (triple.subject == triple.object) return;
  for (Statement& other : statements_) {
    if (other.triple == triple && says_alike(other.said, fact.said)) return join(other, fact);
  }
  const std::string& predicate = triple.predicate.value();
  if (predicate.starts_with(vocabulary::kRelation))
    label_relation(predicate.substr(vocabulary::kRelation.size()));
  statements_.push_back({std::move(triple), fact.said, fact.time, fact.time_end});
}

/// The same thing read twice: what one reading lacks the other may have.
void FactWriter::join(Statement& statement, const TypedFact& fact) {
  Claim& said = statement.said;
  if (said.rule.find(fact.said.rule) == std::string::npos)
    said.rule = said.rule.empty() ? fact.said.rule : said.rule + " + " + fact.said.rule;
  said.confidence = std::max(said.confidence, fact.said.confidence);
  if (!said.time) said.time = fact.said.time;
  if (!said.place) said.place = fact.said.place;
  if (!statement.time) statement.time = fact.time;
  if (!statement.time_end) statement.time_end = fact.time_end;
}

void FactWriter::label_relation(const std::string& relation) {
  if (!labelled_.insert(relation).second) return;
  std::string label = relation;
  std::replace(label.begin(), label.end(), '_', ' ');
  out_.text(relation_iri(relation), kLabel, label);
}

void FactWriter::write_fact(const Sentence& sentence, const Statement& fact, const Term& iri) {
  const Claim& said = fact.said;
  if (said.is_asserted())
    out_.add(fact.triple.subject, fact.triple.predicate.value(), fact.triple.object);
  const Term reifier = Term::blank_node(fmt::format("fact-{}", ++facts_));
  out_.add(reifier, vocabulary::rdf::kReifies, Term::triple(fact.triple));
  out_.type(reifier, k::kFact);
  out_.add(reifier, k::kEvidence, iri);
  write_source(sentence, said, reifier);
  write_time(sentence, fact, reifier);
  write_circumstances(said, reifier);
  out_.add(reifier, k::kConfidence, confidence_literal(said.confidence));
  out_.text(reifier, k::kRule, said.rule);
  const auto& [subject, predicate, object] = k::kFactSpans;
  if (said.subject) write_part(sentence, said.subject->tokens, reifier, k::kSubjectText, subject);
  write_part(sentence, said.predicate, reifier, k::kPredicateText, predicate);
  if (said.object) write_part(sentence, said.object->tokens, reifier, k::kObjectText, object);
}

void FactWriter::write_part(const Sentence& sentence, TokenRange tokens, const Term& reifier,
                            std::string_view text, k::SpanTerms span) const {
  if (tokens.empty()) return;
  const TextSpan where = span_of(sentence, tokens);
  out_.text(reifier, text, analysis_.document.utf8(where));
  out_.number(reifier, span.begin, where.begin);
  out_.number(reifier, span.end, where.end);
}

/// Who claims it: the source that is quoted, else who speaks.
void FactWriter::write_source(const Sentence& sentence, const Claim& said,
                              const Term& reifier) const {
  std::optional<std::uint32_t> source;
  if (said.attributed && said.attributed->entity)
    source = said.attributed->entity;
  else if (sentence.turn)
    source = resolution_.speakers[*sentence.turn];
  else if (!sentence.headline)
    source = resolution_.author;
  if (source) out_.add(reifier, k::kAttributedTo, names_[*source].iri);
}

void FactWriter::write_time(const Sentence& sentence, const Statement& fact,
                            const Term& reifier) const {
  if (fact.time || fact.time_end) {
    if (fact.time) out_.add(reifier, k::kTime, *fact.time);
    if (fact.time_end) out_.add(reifier, k::kTimeEnd, *fact.time_end);
    return;
  }
  if (fact.said.time) out_.time(reifier, sentence.times[*fact.said.time]);
}

void FactWriter::write_circumstances(const Claim& said, const Term& reifier) const {
  if (said.place && said.place->entity)
    out_.add(reifier, k::kPlace, names_[*said.place->entity].iri);
  if (said.negated) out_.text(reifier, k::kPolarity, "negative");
  if (said.modality != Modality::asserted)
    out_.text(reifier, k::kModality, modality_name(said.modality));
  if (said.passive_without_agent) out_.text(reifier, k::kVoice, "passive");
}

}  // namespace dossier::extract
