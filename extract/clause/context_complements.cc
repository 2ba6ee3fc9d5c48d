// SPDX-License-Identifier: Apache-2.0
// What clauses below a verb, a noun or an adjective take from it: "said that ...", "the news that
// ...".
#include "extract/clause/context_reader.h"
#include "extract/clause/marks.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

void ContextReader::complement(std::size_t p) {
  const Predicate& here = predicate(p);
  const std::uint32_t first = tree_.first_conjunct(here.head);
  const std::uint32_t above = *tree_.head(first);
  inherit_source(p);
  if (is_indirect_question(first)) {
    contexts_[p].modality = Modality::asked;
    if (here.governor) contexts_[p].denied = contexts_[*here.governor].denied;
    return;
  }
  if (tree_.is(first, acl)) return below_noun(p, above);
  if (!here.governor) return;
  if (reading_.by_token[above] != here.governor) return below_state(p, above);
  const Predicate& verb = predicate(*here.governor);
  if (verb.form.copula || verb.form.lemma == "be") return below_adjective(p, verb);
  below_verb(p, *here.governor);
}

/// "must make sure that the plant stops": as open as the making.
void ContextReader::below_state(std::size_t p, std::uint32_t state) {
  const std::size_t above = *predicate(p).governor;
  if (!tree_.is(state, xcomp) || tree_.head(state) != predicate(above).head) return;
  const Context& outer = contexts_[above];
  contexts_[p].modality = combine(outer.modality, contexts_[p].modality);
  if (outer.negated || outer.denied) contexts_[p].denied = true;
}

bool ContextReader::is_indirect_question(std::uint32_t head) const {
  // "the bank, which the ministry says lost the files"
  const std::optional<std::uint32_t> above = tree_.head(head);
  if (above && tree_.relation(*above) == acl_relcl) return false;
  for (const std::uint32_t child : tree_.children(head)) {
    if (tree_.is(child, mark) && (tree_.word(child) == "if" || tree_.word(child) == "whether"))
      return true;
    if (child < head && tree_.xpos(child).is(Xpos::w) && !tree_.is(child, mark)) return true;
  }
  return false;
}

void ContextReader::below_noun(std::size_t p, std::uint32_t noun) {
  Context& context = contexts_[p];
  context.weight *= confidence::kBelowNoun;
  if (const auto above = predicate(p).governor) {
    const Context& outer = contexts_[*above];
    if (outer.question) context.modality = Modality::asked;
    if (outer.negated || outer.denied) context.denied = true;
  }
  // "no signs in the town that ..."
  for (std::uint32_t steps = 0; steps < tree_.size(); ++steps) {
    const std::string& word = tree_.lemma(noun);
    const bool nowhere = is_negative(tree_, noun);
    const bool certain = nowhere && (word == "doubt" || word == "secret" || word == "question");
    if (nowhere) context.denied = !certain;
    if (!certain) context.modality = combine(noun_clause_modality(word), context.modality);
    if (is_refused(noun)) context.modality = combine(Modality::alleged, context.modality);
    if (!tree_.is(noun, nmod) || !tree_.head(noun)) return;
    noun = *tree_.head(noun);
  }
}

/// "denied claims that ...", "dismissed reports that ...".
bool ContextReader::is_refused(std::uint32_t noun) const {
  const std::optional<std::uint32_t> verb = tree_.head(noun);
  if (!verb || !is_denying_verb(tree_.lemma(*verb))) return false;
  return tree_.is(noun, obj) || tree_.relation(noun) == nsubj_pass;
}

void ContextReader::below_adjective(std::size_t p, const Predicate& verb) {
  Context& context = contexts_[p];
  const Context& outer = contexts_[*predicate(p).governor];
  context.modality =
      combine(adjective_clause(tree_.word(verb.head), context.modality), context.modality);
  // "it is not true that", "it is false that"
  if (outer.negated != is_untrue(tree_.word(verb.head)) || outer.denied) context.denied = true;
  if (outer.question) context.modality = Modality::asked;
  if (outer.modality == Modality::conditional)
    context.modality = combine(outer.modality, context.modality);
}

/// "it was not possible to confirm it"
bool ContextReader::is_feasible(const Predicate& here) const {
  if (!here.form.infinitive || here.subject || !here.governor) return false;
  const Predicate& above = predicate(*here.governor);
  const std::string& word = tree_.word(above.head);
  return above.form.copula && (word == "possible" || word == "impossible");
}

void ContextReader::feasible(std::size_t p) {
  inherit_source(p);
  Context& context = contexts_[p];
  const std::size_t above = *predicate(p).governor;
  const Context& outer = contexts_[above];
  const bool impossible = tree_.word(predicate(above).head) == "impossible";
  context.negated = context.negated != (outer.negated != impossible);
  context.denied = outer.denied;
  context.question = outer.question;
  context.nobody = true;
  context.modality = combine(outer.modality, combine(Modality::possible, context.modality));
}

void ContextReader::below_verb(std::size_t p, std::size_t above) {
  Context& context = contexts_[p];
  const Context& outer = contexts_[above];
  const Predicate& verb = predicate(above);
  const std::string& lemma = verb.form.lemma;
  if ((outer.negated || outer.denied) && !order(verb)) context.denied = true;
  if (verb.form.passive)
    context.modality =
        combine(adjective_clause(tree_.word(verb.head), context.modality), context.modality);
  if (is_false_report(verb)) context.denied = true;
  if (lemma == "deny")
    context.negated = !context.negated;
  else if (is_denying_verb(lemma))
    context.modality = combine(Modality::alleged, context.modality);
  const Predicate& here = predicate(p);
  if (here.form.would && context.modality == Modality::conditional &&
      (verb.form.past || verb.form.perfect))
    context.modality = Modality::planned;
  const bool belief = lemma == "think" || lemma == "believe" || lemma == "feel";
  // "agree that the plan worked"
  const Modality below = here.form.past && clause_modality(lemma) == Modality::planned
                             ? Modality::asserted
                             : clause_modality(lemma);
  if (belief && context.modality == Modality::planned) context.modality = Modality::expected;
  context.modality = combine(lemma == "deny" ? Modality::asserted : below, context.modality);
  if (is_subjunctive(here, verb) && context.modality == Modality::asserted)
    context.modality = Modality::hoped;
  if (belief) context.weight *= confidence::kBelief;
  take_over(p, verb, outer);
}

/// "falsely claimed that ..."
bool ContextReader::is_false_report(const Predicate& verb) const {
  if (!takes_clause(verb.form.lemma)) return false;
  for (const std::uint32_t child : tree_.children(verb.head))
    if (tree_.is(child, advmod) && tells_falsehood(tree_.word(child))) return true;
  return false;
}

/// "insisted that the firm pay", "ordered that the ships be sold"; not "said that the crew work at
/// night".
bool ContextReader::is_subjunctive(const Predicate& here, const Predicate& verb) const {
  std::size_t auxiliaries = 0;
  bool bare_be = false;
  for (const std::uint32_t child : tree_.children(here.head)) {
    if (!tree_.is_any(child, {aux, cop})) continue;
    ++auxiliaries;
    bare_be = tree_.word(child) == "be";
  }
  if (bare_be && auxiliaries == 1 && here.subject && !here.form.infinitive) return true;
  if (!here.form.bare || here.form.copula || !here.subject || here.form.words.size() != 1)
    return false;
  const bool tells = is_reporting_verb(verb.form.lemma) || takes_clause(verb.form.lemma);
  if (tells && verb.form.lemma != "insist") return false;
  const auto& tag = tree_.xpos(*here.subject);
  return (tag == Xpos::nn || tag == Xpos::nnp) && !tree_.has(*here.subject, conj) &&
         tree_.word(here.head) == tree_.lemma(here.head);
}

/// Who says it, and how sure the saying itself is.
void ContextReader::take_over(std::size_t p, const Predicate& verb, const Context& outer) {
  Context& context = contexts_[p];
  const bool first = verb.subject && is_first_person(*verb.subject);
  const bool reports = is_reporting_verb(verb.form.lemma) && !verb.form.passive;
  if (outer.question) {
    context.modality = Modality::asked;
    context.question = true;
  } else if (!(first && reports) && !order(verb)) {
    context.modality = combine(outer.modality, context.modality);
  }
  if (!verb.subject || first || verb.form.passive || is_negative(tree_, *verb.subject)) return;
  // "The judge held that ...": whatever the verb is, "that" is what he holds.
  if (!takes_clause(verb.form.lemma) && mark_of(tree_, predicate(p).head) != "that") return;
  if (is_parted(predicate(p).head, verb.head)) return;
  if (!is_showing_verb(verb.form.lemma) &&
      (is_reporting_verb(verb.form.lemma) || is_somebody(*verb.subject)))
    context.source = verb.subject;
}

/// "X left; Y said that ...": the parser takes what stands before for what Y said. A quotation may
/// contain a semicolon.
bool ContextReader::is_parted(std::uint32_t head, std::uint32_t verb) const {
  bool parted = false;
  for (std::uint32_t i = head + 1; i < verb; ++i) {
    if (tree_.xpos(i) == Xpos::close_quote || tree_.word(i) == "\"") return false;
    parted = parted || tree_.word(i) == ";";
  }
  return parted;
}

bool ContextReader::is_first_person(std::uint32_t noun) const {
  return tree_.word(noun) == "i" || tree_.word(noun) == "we";
}

bool ContextReader::is_somebody(std::uint32_t noun) const {
  const std::string& lemma = tree_.lemma(noun);
  const NounClass kind = Lexicon::builtin().word(lemma).noun_class;
  return tree_.mention(noun) || is_pronoun(tree_, noun) || is_person_noun(lemma) ||
         is_title_noun(lemma) || is_speaking_noun(lemma) || kind == NounClass::person ||
         kind == NounClass::group;
}

}  // namespace dossier::extract::clause
