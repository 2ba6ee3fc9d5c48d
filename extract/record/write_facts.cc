#include "extract/record/write_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "extract/record/terms.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

/// "president" -> "President", "minister of health" -> "Minister of Health": one spelling per
/// title.
std::string title_case(const std::string& title) {
  static const std::unordered_set<std::string> small{"of", "for", "and", "the", "at", "in", "to"};
  std::string result, word;
  for (std::size_t i = 0; i <= title.size(); ++i) {
    const bool end = i == title.size() || title[i] == ' ' || title[i] == '-';
    if (!end) {
      word += title[i];
      continue;
    }
    if (!word.empty() && !small.contains(word) && word[0] >= 'a' && word[0] <= 'z')
      word[0] = static_cast<char>(word[0] - 'a' + 'A');
    result += word;
    word.clear();
    if (i < title.size()) result += title[i];
  }
  return result;
}

bool is_asserted(const Clause& clause) {
  return !clause.negated && clause.modality == Modality::asserted;
}

}  // namespace

void GraphWriter::add(const Term& subject, std::string_view predicate, const Term& object) const {
  sink_({subject, Term::iri(std::string(predicate)), object, graph_});
}

void GraphWriter::type(const Term& subject, std::string_view class_iri) const {
  add(subject, vocabulary::rdf::kType, Term::iri(std::string(class_iri)));
}

void GraphWriter::text(const Term& subject, std::string_view predicate,
                       const std::string& value) const {
  if (!value.empty()) add(subject, predicate, Term::string(value));
}

void GraphWriter::number(const Term& subject, std::string_view predicate,
                         std::uint64_t value) const {
  add(subject, predicate, Term::integer(static_cast<std::int64_t>(value)));
}

std::string FactWriter::words(const Sentence& sentence, TokenRange tokens) const {
  if (tokens.empty()) return {};
  return analysis_.document.utf8(
      {sentence.tokens[tokens.first].span.begin, sentence.tokens[tokens.last - 1].span.end});
}

Term FactWriter::quantity_node(const Sentence& sentence, std::uint32_t quantity) const {
  return Term::blank_node(fmt::format("quantity-{}-{}", sentence.index, quantity));
}

void FactWriter::write_quantities(const Sentence& sentence, const Term& iri) {
  for (std::uint32_t q = 0; q < sentence.quantities.size(); ++q) {
    const Quantity& quantity = sentence.quantities[q];
    const Term node = quantity_node(sentence, q);
    out_.add(iri, k::kMentions, node);
    out_.type(node, k::kQuantity);
    if (!quantity.value.empty()) out_.add(node, k::kValue, number_literal(quantity.value));
    if (!quantity.value_max.empty())
      out_.add(node, k::kValueMax, number_literal(quantity.value_max));
    out_.text(node, k::kUnit, quantity.unit);
    if (quantity.approximate) out_.add(node, k::kApproximate, Term::boolean(true));
    out_.text(node, kLabel, quantity.text);
  }
}

Term FactWriter::term_of(const Sentence& sentence, const Argument& argument) const {
  if (argument.quantity) return quantity_node(sentence, *argument.quantity);
  return names_[*argument.entity].iri;
}

void FactWriter::write_clauses(const Sentence& sentence, const Term& iri) {
  for (const Clause& clause : sentence.clauses) {
    if (clause.role_title.empty())
      write_clause(sentence, clause, iri);
    else
      write_role(sentence, clause, iri);
  }
}

void FactWriter::write_clause(const Sentence& sentence, const Clause& clause, const Term& iri) {
  const Term object =
      clause.object ? term_of(sentence, *clause.object) : Term::iri(std::string(k::kNothing));
  label_relation(clause.relation);
  write_fact(sentence, clause, iri,
             {names_[*clause.subject->entity].iri, relation_iri(clause.relation), object});
}

void FactWriter::write_role(const Sentence& sentence, const Clause& clause, const Term& iri) {
  const Term& person = names_[*clause.subject->entity].iri;
  const auto schema = [](std::string_view name) { return Term::iri(std::string(name)); };
  write_fact(sentence, clause, iri,
             {person, schema(kJobTitle), Term::string(title_case(clause.role_title))});
  if (!clause.object) return;
  const Term body = term_of(sentence, *clause.object);
  if (!clause.relation.starts_with("former_"))
    write_fact(sentence, clause, iri, {person, schema(kAffiliation), body});
  label_relation(clause.relation);
  write_fact(sentence, clause, iri, {person, relation_iri(clause.relation), body});
}

void FactWriter::label_relation(const std::string& relation) {
  if (!labelled_.insert(relation).second) return;
  std::string label = relation;
  std::replace(label.begin(), label.end(), '_', ' ');
  out_.text(relation_iri(relation), kLabel, label);
}

void FactWriter::write_fact(const Sentence& sentence, const Clause& clause, const Term& iri,
                            Triple triple) {
  if (is_asserted(clause)) out_.add(triple.subject, triple.predicate.value(), triple.object);
  const Term reifier = Term::blank_node(fmt::format("fact-{}", ++facts_));
  out_.add(reifier, vocabulary::rdf::kReifies, Term::triple(std::move(triple)));
  out_.type(reifier, k::kFact);
  out_.add(reifier, k::kEvidence, iri);
  write_source(sentence, clause, reifier);
  write_circumstances(sentence, clause, reifier);
  out_.add(reifier, k::kConfidence, confidence_literal(clause.confidence));
  out_.text(reifier, k::kRule, clause.rule);
  out_.number(reifier, k::kBegin, sentence.tokens[clause.predicate.first].span.begin);
  out_.number(reifier, k::kEnd, sentence.tokens[clause.predicate.last - 1].span.end);
  out_.text(reifier, k::kSubjectText, words(sentence, clause.subject->tokens));
  out_.text(reifier, k::kPredicateText, words(sentence, clause.predicate));
  if (clause.object) out_.text(reifier, k::kObjectText, words(sentence, clause.object->tokens));
}

/// Who claims it: the source that is quoted, else who speaks.
void FactWriter::write_source(const Sentence& sentence, const Clause& clause,
                              const Term& reifier) const {
  std::optional<std::uint32_t> source;
  if (clause.attributed && clause.attributed->entity)
    source = clause.attributed->entity;
  else if (sentence.turn)
    source = resolution_.speakers[*sentence.turn];
  else if (!sentence.headline)
    source = resolution_.author;
  if (source) out_.add(reifier, k::kAttributedTo, names_[*source].iri);
}

void FactWriter::write_circumstances(const Sentence& sentence, const Clause& clause,
                                     const Term& reifier) const {
  if (clause.time) {
    const TimeExpression& time = sentence.times[*clause.time];
    if (!time.value.empty())
      out_.add(reifier, k::kTime, time_literal(time.value));
    else if (time.value_end.empty())
      out_.text(reifier, k::kTime, time.text);
    if (!time.value_end.empty()) out_.add(reifier, k::kTimeEnd, time_literal(time.value_end));
  }
  if (clause.place && clause.place->entity)
    out_.add(reifier, k::kPlace, names_[*clause.place->entity].iri);
  if (clause.negated) out_.text(reifier, k::kPolarity, "negative");
  if (clause.modality != Modality::asserted)
    out_.text(reifier, k::kModality, std::string(modality_name(clause.modality)));
  if (clause.passive_without_agent) out_.text(reifier, k::kVoice, "passive");
}

}  // namespace dossier::extract
