// SPDX-License-Identifier: Apache-2.0
// What clauses without a subject of their own take from the verb above: "agreed to ...", "failed to
// ...".
#include "extract/clause/context_reader.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// The word that governs: "agree", of a copula its adjective ("able").
std::string control_word(const Tree& tree, const Predicate& verb) {
  return verb.form.copula ? tree.word(verb.head) : verb.form.lemma;
}

/// What `verb` implies about `here` ("agreed to send" -> planned); none if nothing is known.
std::optional<Modality> control_modality(const Tree& tree, const Predicate& here,
                                         const Predicate& verb) {
  const std::string word = control_word(tree, verb);
  if (is_failing_verb(word)) return word == "unable" ? Modality::possible : Modality::asserted;
  if (verb.form.copula) return adjective_control(word);
  const std::optional<std::uint32_t> object = who_is_asked(tree, verb.head);
  const bool promises = here.subject == verb.subject;  // "promised X to resign"
  const bool by_object = (object && *object < here.head && !promises) || verb.form.passive;
  if (verb.form.lemma == "go")
    return verb.form.gerund || tree.xpos(verb.head) == Xpos::vbg ? std::optional(Modality::planned)
                                                                 : std::nullopt;
  if (verb.form.lemma == "be") return Modality::planned;                   // "is to come"
  if (here.subject != verb.subject && !by_object) return Modality::hoped;  // "called on X to"
  if (verb.form.passive && adjective_control(tree.word(verb.head)))
    return adjective_control(tree.word(verb.head));
  // "is said to have left", "is believed to have left"
  if (verb.form.passive && takes_clause(verb.form.lemma) && !object_control(verb.form.lemma))
    return is_reporting_verb(verb.form.lemma) ? Modality::alleged : Modality::possible;
  return by_object ? object_control(verb.form.lemma) : subject_control(verb.form.lemma);
}

}  // namespace

/// "has yet to pay", "is yet to decide": has not so far.
bool ContextReader::is_yet_to_come(const Predicate& verb) const {
  if (verb.form.lemma != "have" && verb.form.lemma != "be") return false;
  for (const std::uint32_t child : tree_.children(verb.head))
    if (tree_.is(child, advmod) && tree_.word(child) == "yet") return true;
  return false;
}

void ContextReader::controlled(std::size_t p) {
  inherit_source(p);
  const Predicate& here = predicate(p);
  if (!here.governor) return;
  const Predicate& verb = predicate(*here.governor);
  const Context& outer = contexts_[*here.governor];
  Context& context = contexts_[p];
  if (here.form.modal) return;
  const bool denial = verb.form.lemma == "deny" && !here.form.infinitive && !verb.form.passive;
  const std::optional<Modality> modality =
      denial ? std::optional(Modality::asserted) : control_modality(tree_, here, verb);
  if (!modality) context.denied = true;
  const bool fails = denial || is_failing_verb(control_word(tree_, verb));
  context.negated = context.negated != (outer.negated != fails);
  if (denial && outer.negated) context.denied = true;  // "did not deny leaving"
  if (denial && verb.subject && is_somebody(*verb.subject)) context.source = verb.subject;
  context.denied = context.denied || outer.denied;
  context.question = outer.question;
  context.modality =
      combine(outer.modality, combine(modality.value_or(Modality::asserted), context.modality));
  if (is_yet_to_come(verb)) {
    context.negated = !outer.negated;
    context.modality = outer.modality;
    return;
  }
  const bool had_to = verb.form.lemma == "have" && (verb.form.past || verb.form.perfect);
  if (had_to) context.modality = outer.modality;
  if (is_wish(verb.form.lemma) && verb.form.would) context.modality = Modality::hoped;
}

}  // namespace dossier::extract::clause
