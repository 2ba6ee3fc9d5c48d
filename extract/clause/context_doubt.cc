// SPDX-License-Identifier: Apache-2.0
// What is open although no verb above says so: "look into whether ...", "allegedly", and clauses
// about something that need not exist ("until there is a law that ...").
#include <algorithm>

#include "extract/clause/context_reader.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

/// "whether" asks, whatever the clause hangs from; so does a question in quotes.
void ContextReader::question_mark(std::size_t p) {
  if (!tree_.is_question() && tree_.asks(predicate(p).head)) {
    contexts_[p].question = true;
    contexts_[p].modality = Modality::asked;
  }
  const std::uint32_t first = tree_.first_conjunct(predicate(p).head);
  for (const std::uint32_t child : tree_.children(first))
    if (tree_.is(child, mark) && tree_.word(child) == "whether")
      contexts_[p].modality = Modality::asked;
}

/// "allegedly left", "perhaps the army left", "almost left".
void ContextReader::doubt(std::size_t p) {
  const Predicate& here = predicate(p);
  Context& context = contexts_[p];
  for (const std::uint32_t child : tree_.children(here.head))
    if (falls_short(tree_.word(child)) && child + 1 == here.head && !here.form.copula)
      context.denied = true;
  // "reportedly sold it and left": an adverb in front of the first verb serves both.
  for (const Predicate* verb = &here; verb;
       verb = verb->joined && !tree_.has(verb->head, nsubj) ? &predicate(*verb->joined) : nullptr)
    for (const std::uint32_t child : tree_.children(verb->head)) {
      // "Allegedly, the army left" has a comma below it.
      const std::vector<std::uint32_t>& below = tree_.children(child);
      const bool alone = tree_.is_any(child, {advmod, parataxis, discourse}) &&
                         std::all_of(below.begin(), below.end(),
                                     [&](std::uint32_t one) { return tree_.is(one, punct); });
      if (alone && (verb == &here || child < verb->head))
        context.modality = combine(adverb_modality(tree_.word(child)), context.modality);
    }
}

/// "a law", "laws", "anybody": named nowhere before.
bool ContextReader::is_new(std::uint32_t noun, const Predicate& above) const {
  if (tree_.mention(noun) || tree_.has(noun, nmod_poss)) return false;
  // "A man who lives in Lima may win": there is one.
  const bool subject = tree_.is(noun, nsubj) && tree_.head(noun) == above.head;
  if (subject && !tree_.has(above.head, expl)) return false;
  if (tree_.upos(noun) == Upos::pron)
    return tree_.word(noun).starts_with("any") || tree_.word(noun).starts_with("some");
  if (tree_.upos(noun) != Upos::noun) return false;
  const std::optional<std::uint32_t> word = tree_.child(noun, det);
  if (!word) return tree_.xpos(noun) == Xpos::nns && !tree_.has(noun, nummod);
  const std::string& determiner = tree_.word(*word);
  return determiner == "a" || determiner == "an" || determiner == "any" || determiner == "some" ||
         determiner == "another";
}

/// "If there is a firm that makes pumps, ...", "will build a road that joins both towns": what is
/// said of it is no more certain than that it exists.
void ContextReader::below_new_noun(std::size_t p) {
  const std::uint32_t first = tree_.first_conjunct(predicate(p).head);
  if (!predicate(p).governor || !tree_.head(first)) return;
  const Context& outer = contexts_[*predicate(p).governor];
  if (!is_new(*tree_.head(first), predicate(*predicate(p).governor))) return;
  contexts_[p].modality = combine(outer.modality, contexts_[p].modality);
  if (outer.negated) contexts_[p].denied = true;
  // "met to discuss laws that protect the lake": nobody knows whether there are any.
  if (outer.denied) contexts_[p].modality = combine(Modality::possible, contexts_[p].modality);
}

/// "either resigned or was dismissed": nobody knows which.
bool ContextReader::is_alternative(const Predicate& here) const {
  const std::uint32_t first = tree_.first_conjunct(here.head);
  const std::optional<std::uint32_t> either = tree_.child(first, cc_preconj);
  if (!either || tree_.word(*either) != "either") return false;
  return here.head == first || (here.joined && joined_by_or(here));
}

}  // namespace dossier::extract::clause
