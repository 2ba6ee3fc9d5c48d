// SPDX-License-Identifier: Apache-2.0
#include "extract/record/write_facts.h"

#include <algorithm>

#include "extract/confidence.h"
#include "extract/graph/time_bounds.h"
#include "extract/graph/vocabulary.h"
#include "extract/listings/row_facts.h"
#include "extract/record/further_arguments.h"
#include "extract/record/relation_families.h"
#include "extract/record/relation_labels.h"
#include "model/vocabulary.h"

namespace dossier::extract {

namespace {

bool says_alike(const Claim& a, const Claim& b) {
  return a.negated == b.negated && a.modality == b.modality;
}

bool is_of_model(const Claim& said) { return said.rule.find("model:") != std::string::npos; }

/// Two rules read the same tree: the surer one counts. The model reads without it, so that both
/// are wrong only if each is.
double witnessed(const Claim& a, const Claim& b) {
  if (is_of_model(a) == is_of_model(b)) return std::max(a.confidence, b.confidence);
  return confidence::bounded(1 - (1 - a.confidence) * (1 - b.confidence));
}

/// The local name of an open relation; empty for other predicates.
std::string relation_of(const Term& predicate) {
  const std::string& iri = predicate.value();
  return iri.starts_with(vocabulary::kRelation) ? iri.substr(vocabulary::kRelation.size())
                                                : std::string();
}

/// What stands outside the turns of the main speaker, as an introduction, is somebody else's.
bool speaks_in_turns(const Resolution& resolution) {
  const auto& speakers = resolution.speakers;
  return resolution.author &&
         std::find(speakers.begin(), speakers.end(), resolution.author) != speakers.end();
}

/// A time with the preposition before it, as written: "on Monday".
std::string words_of_time(const Document& document, const Sentence& sentence,
                          const TimeExpression& time) {
  const std::uint32_t first = time.tokens.first;
  if (first == 0 || sentence.tokens[first - 1].upos != Upos::adp) return time.text;
  return single_line(document, {sentence.tokens[first - 1].span.begin, time.span.end});
}

}  // namespace

FactWriter::FactWriter(const Analysis& analysis, const Resolution& resolution,
                       const EntityLinker& names, const GraphWriter& out)
    : analysis_(analysis), resolution_(resolution), names_(names), out_(out) {
  std::uint32_t before = 0;
  for (const Sentence& sentence : analysis.sentences) {
    quantities_before_.push_back(before);
    before += static_cast<std::uint32_t>(sentence.quantities.size());
  }
}

Term FactWriter::quantity_iri(std::uint32_t sentence, std::uint32_t quantity) const {
  return part_iri(analysis_.document.slug, Part::quantity,
                  quantities_before_[sentence] + quantity + 1);
}

Term FactWriter::entity_iri(std::uint32_t entity) {
  used_.insert(entity);
  return names_[entity].iri;
}

void FactWriter::write_quantities(const Sentence& sentence, const Term& iri) {
  for (std::uint32_t q = 0; q < sentence.quantities.size(); ++q) {
    const Term node = quantity_iri(sentence.index, q);
    out_.add(iri, k::kMentions, node);
    out_.quantity(node, sentence.quantities[q]);
  }
}

Term FactWriter::term_of(const Sentence& sentence, const Argument& argument) {
  if (argument.quantity) return quantity_iri(sentence.index, *argument.quantity);
  return entity_iri(*argument.entity);
}

Term FactWriter::term_of(const FactNode& node) {
  if (node.quantity) return quantity_iri(node.sentence, *node.quantity);
  return node.entity ? entity_iri(*node.entity) : node.term;
}

void FactWriter::write_facts(const Sentence& sentence, const Term& iri) {
  statements_.clear();
  for (const Clause& clause : sentence.clauses) add_clause(sentence, clause);
  for (const TypedFact& fact : sentence.typed_facts) add_typed(sentence, fact);
  for (const Statement& fact : statements_) write_fact(sentence, fact, iri);
}

void FactWriter::add_clause(const Sentence& sentence, const Clause& clause) {
  const Term object = clause.object ? term_of(sentence, *clause.object) : Term::boolean(true);
  label_relation(clause.relation, Naming::verb);
  statements_.push_back(
      {{term_of(sentence, *clause.subject), relation_iri(clause.relation), object},
       clause,
       {},
       {},
       {}});
}

void FactWriter::add_typed(const Sentence& sentence, const TypedFact& fact) {
  Triple triple{term_of(fact.subject), fact.predicate, term_of(fact.object)};
  if (triple.subject == triple.object) return;
  for (Statement& other : statements_) {
    if (other.triple == triple && says_alike(other.said, fact.said)) return join(other, fact);
  }
  label_relation(relation_of(triple.predicate), naming_of(sentence, fact.said));
  statements_.push_back({std::move(triple), fact.said, fact.time, fact.from, fact.to});
}

/// The same thing read twice: what one reading lacks the other may have.
void FactWriter::join(Statement& statement, const TypedFact& fact) {
  Claim& said = statement.said;
  const double sureness = witnessed(said, fact.said);
  if (said.rule.find(fact.said.rule) == std::string::npos)
    said.rule = said.rule.empty() ? fact.said.rule : said.rule + " + " + fact.said.rule;
  said.confidence = sureness;
  if (!said.time) said.time = fact.said.time;
  if (!said.place) said.place = fact.said.place;
  if (!said.frame) said.frame = fact.said.frame;
  if (statement.time || statement.from || statement.to) return;
  statement.time = fact.time;
  statement.from = fact.from;
  statement.to = fact.to;
}

/// A post is an office held, whatever it is called; the header of a table is taken as it is.
FactWriter::Naming FactWriter::naming_of(const Sentence& sentence, const Claim& said) {
  if (said.rule == kTableRule) return Naming::header;
  const bool post = said.frame && sentence.frames[*said.frame].kind == Frame::Kind::role;
  return post ? Naming::post : Naming::verb;
}

void FactWriter::label_relation(const std::string& relation, Naming naming) {
  if (relation.empty() || !labelled_.insert(relation).second) return;
  const Term iri = relation_iri(relation);
  out_.text(iri, kLabel, relation_label(relation, naming == Naming::verb));
  if (naming == Naming::post) return out_.text(iri, k::kFamily, "hold_office");
  if (naming == Naming::header) return;
  for (const std::string& family : families_of(relation)) out_.text(iri, k::kFamily, family);
}

void FactWriter::write_fact(const Sentence& sentence, const Statement& fact, const Term& iri) {
  const Claim& said = fact.said;
  if (said.is_asserted())
    out_.add(fact.triple.subject, fact.triple.predicate.value(), fact.triple.object);
  const Term reifier = part_iri(analysis_.document.slug, Part::fact, ++facts_);
  out_.add(reifier, vocabulary::rdf::kReifies, Term::triple(fact.triple));
  out_.type(reifier, k::kFact);
  out_.add(reifier, k::kEvidence, iri);
  write_clause(sentence, fact, reifier);
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

/// The frame that facts of one clause share, and what else the clause has.
void FactWriter::write_clause(const Sentence& sentence, const Statement& fact,
                              const Term& reifier) {
  const Claim& said = fact.said;
  if (!said.frame) return;
  const auto fresh = static_cast<std::uint32_t>(frames_.size() + 1);
  const auto number = frames_.try_emplace({sentence.index, *said.frame}, fresh).first->second;
  out_.add(reifier, k::kFrame, part_iri(analysis_.document.slug, Part::frame, number));
  const std::string relation = relation_of(fact.triple.predicate);
  for (const FurtherArgument& argument : further_arguments(sentence, said, relation)) {
    const Term filler = term_of(sentence, argument.filler);
    if (filler != fact.triple.subject && filler != fact.triple.object)
      out_.add(reifier, argument_iri(argument.marker).value(), filler);
  }
}

void FactWriter::write_part(const Sentence& sentence, TokenRange tokens, const Term& reifier,
                            std::string_view text, k::SpanTerms span) const {
  if (tokens.empty()) return;
  const TextSpan where = span_of(sentence, tokens);
  out_.text(reifier, text, analysis_.document.utf8(where));
  out_.number(reifier, span.begin, where.begin);
  out_.number(reifier, span.end, where.end);
}

/// None if the speaker is spoken of as somebody else: "Anna Lund studied in Oslo." behind what Lund
/// said is the interviewer's.
std::optional<std::uint32_t> FactWriter::speaker_of(const Sentence& sentence,
                                                    const Claim& said) const {
  const std::optional<std::uint32_t> speaker = resolution_.speakers[*sentence.turn];
  if (!speaker || !said.subject || said.subject->entity != speaker) return speaker;
  const std::uint32_t head = said.subject->head;
  const bool in_own_words =
      std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
        return mention.tokens.contains(head) &&
               (mention.sieve == Sieve::speaker || mention.sieve == Sieve::speakers_body);
      });
  return in_own_words ? speaker : std::nullopt;
}

/// Who claims it: the source that is quoted, else who speaks.
void FactWriter::write_source(const Sentence& sentence, const Claim& said, const Term& reifier) {
  std::optional<std::uint32_t> source;
  if (said.attributed && said.attributed->entity)
    source = said.attributed->entity;
  else if (sentence.turn)
    source = speaker_of(sentence, said);
  else if (!sentence.headline && !speaks_in_turns(resolution_))
    source = resolution_.author;
  if (source) out_.add(reifier, k::kAttributedTo, entity_iri(*source));
}

void FactWriter::write_time(const Sentence& sentence, const Statement& fact,
                            const Term& reifier) const {
  if (!fact.time && !fact.from && !fact.to) {
    if (!fact.said.time) return;
    const TimeExpression& time = sentence.times[*fact.said.time];
    return out_.time(reifier, time, words_of_time(analysis_.document, sentence, time));
  }
  if (fact.time) out_.add(reifier, k::kTime, *fact.time);
  const std::string time = fact.time ? fact.time->value() : std::string();
  const std::string from = first_day(fact.from ? fact.from->value() : time);
  const std::string to = last_day(fact.to ? fact.to->value() : time);
  if (!from.empty()) out_.add(reifier, k::kFrom, time_literal(from));
  if (!to.empty()) out_.add(reifier, k::kTo, time_literal(to));
}

void FactWriter::write_circumstances(const Claim& said, const Term& reifier) {
  if (said.place && said.place->entity)
    out_.add(reifier, k::kPlace, entity_iri(*said.place->entity));
  if (said.negated) out_.text(reifier, k::kPolarity, "negative");
  if (said.modality != Modality::asserted)
    out_.text(reifier, k::kModality, modality_name(said.modality));
  if (said.passive_without_agent) out_.text(reifier, k::kVoice, "passive");
}

}  // namespace dossier::extract
