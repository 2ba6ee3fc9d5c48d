// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/control.h"

#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

std::string control_word(const Tree& tree, const Predicate& verb) {
  return verb.form.copula ? tree.word(verb.head) : verb.form.lemma;
}

std::optional<Modality> control_modality(const Tree& tree, const Predicate& here,
                                         const Predicate& verb) {
  const std::string word = control_word(tree, verb);
  if (is_failing_verb(word)) return word == "unable" ? Modality::possible : Modality::asserted;
  if (verb.form.copula) return adjective_control(word);
  const std::optional<std::uint32_t> object = tree.child(verb.head, obj);
  const bool by_object = (object && *object < here.head) || verb.form.passive;
  if (verb.form.lemma == "go")
    return verb.form.gerund || tree.xpos(verb.head) == Xpos::vbg ? std::optional(Modality::planned)
                                                                 : std::nullopt;
  if (verb.form.lemma == "be") return Modality::planned;                   // "is to come"
  if (here.subject != verb.subject && !by_object) return Modality::hoped;  // "called on X to"
  if (verb.form.passive && adjective_control(tree.word(verb.head)))
    return adjective_control(tree.word(verb.head));
  return by_object ? object_control(verb.form.lemma) : subject_control(verb.form.lemma);
}

}  // namespace dossier::extract::clause
