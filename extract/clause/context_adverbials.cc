// SPDX-License-Identifier: Apache-2.0
// What the mark of an adverbial clause makes of it: "if ...", "because ...", "to help".
#include "extract/clause/context_reader.h"
#include "extract/clause/marks.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

void ContextReader::adverbial(std::size_t p) {
  inherit_source(p);
  const Predicate& here = predicate(p);
  Context& context = contexts_[p];
  if (here.governor) {
    const Context& outer = contexts_[*here.governor];
    context.denied = outer.denied && !order(predicate(*here.governor));
    context.question = outer.question;
    if (outer.modality == Modality::asked || outer.modality == Modality::conditional ||
        (!here.form.finite && outer.modality != Modality::asserted))
      context.modality = combine(outer.modality, context.modality);
    if (!here.form.finite && outer.negated) context.denied = true;
  }
  const std::string mark = mark_of(tree_, tree_.first_conjunct(here.head));
  if (here.governor && has_other_subject(here, mark)) context.denied = true;
  if (here.governor && is_accusation(tree_, here, predicate(*here.governor))) return accused(p);
  if (here.governor && is_prevention(tree_, here, predicate(*here.governor))) {
    context.negated = !context.negated;
    return;
  }
  if (!mark.empty()) return subordinate(p, mark);
  if (is_inverted(tree_, here)) context.modality = Modality::conditional;
}

/// "accused X of bribing Y": so says who accuses.
void ContextReader::accused(std::size_t p) {
  Context& context = contexts_[p];
  const Predicate& above = predicate(*predicate(p).governor);
  context.modality = combine(Modality::alleged, context.modality);
  if (!above.form.passive && above.subject && is_somebody(*above.subject))
    context.source = above.subject;
}

/// "caused by mixing them", "staged a play, directed by X", "left, causing panic": not the
/// subject of the main clause.
bool ContextReader::has_other_subject(const Predicate& here, const std::string& mark) const {
  const Predicate& above = predicate(*here.governor);
  if (here.form.finite || tree_.has(here.head, nsubj)) return false;
  if (mark == "by") return above.form.passive;
  if (!mark.empty() || here.head < above.head) return false;
  return here.form.participle || is_consequence_verb(here.form.lemma);
}

void ContextReader::subordinate(std::size_t p, const std::string& mark) {
  Context& context = contexts_[p];
  const Predicate& here = predicate(p);
  if (is_conditional_mark(mark) || mark == "even_if" || mark == "as_if" || mark == "as_though") {
    context.modality = Modality::conditional;
  } else if (mark.starts_with("whether")) {
    context.modality = Modality::asked;
  } else if (mark == "to" || mark == "in_order") {
    purpose(here, context);
  } else if (mark == "so_that" || mark == "so") {
    context.modality = combine(Modality::hoped, context.modality);
  } else if (is_time_mark(mark) && here.form.finite && !here.form.past &&
             context.modality == Modality::asserted) {
    context.modality = Modality::conditional;
  } else if (mark == "than" || mark == "like" || mark == "without" || mark == "instead_of" ||
             mark == "rather_than") {
    context.denied = true;
  } else if (!here.form.finite && !tells_means(mark)) {
    context.denied = true;  // "aimed at ending it", "accused of ending it"
  } else if (!here.form.finite && mark == "in") {
    context.weight *= confidence::kInGerund;
  } else if (mark == "as" && here.governor && is_reporting_verb(here.form.lemma)) {
    note_source(*here.governor, here);
  }
}

/// "came to help", "called on X to help".
void ContextReader::purpose(const Predicate& here, Context& context) const {
  const Predicate* above = here.governor ? &predicate(*here.governor) : nullptr;
  const bool called =
      above && here.subject != above->subject && !is_sending_verb(above->form.lemma);
  const Modality wanted =
      called ? object_control(above->form.lemma).value_or(Modality::hoped) : Modality::planned;
  context.modality = combine(context.modality, wanted);
  context.weight *= called ? confidence::kCalledUpon : confidence::kPurpose;
}

void ContextReader::soften(Context& context) {
  if (context.modality == Modality::asserted || context.modality == Modality::planned)
    context.modality = Modality::conditional;
}

}  // namespace dossier::extract::clause
