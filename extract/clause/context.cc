// SPDX-License-Identifier: Apache-2.0
//
// Whether a clause is claimed, and by whom, is decided from the top of the sentence down. First
// come the clause's own words ("did not", "may", "would like"). Then what it hangs from changes
// that, by the kind of link (Link):
//
//   main, aside      a question asks; a bare verb without subject orders: nothing is known
//   complement       "said/hoped/denied that": the verb gives its modality, its own negation makes
//                    the content unknown, its subject becomes the source; "the news that" and
//                    "it is possible that" do the same by noun and adjective
//   controlled       "agreed/failed/refused to": what the verb makes of it
//   adverbial        the mark decides: "if" is a condition, "to" and "so that" plan, "than"
//                    denies, "when" with a present tense is a condition
//   relative, participle, infinitive, subject
//                    the source of the clause around them; unknown below a denied noun
//
// Two modalities meet in combine(): the outer one wins unless it only plans or expects. Verbs
// joined by "and" share the auxiliary of the first. "..., Nduka said" is found last: its verb comes
// after the clauses that it reports.
//
// The classes are those of work on factuality: lexical types of governors as in Sauri and
// Pustejovsky, "FactBank" (2009), restricted to what a tree of one sentence shows.
#include "extract/clause/context.h"

#include <algorithm>

#include "extract/clause/context_reader.h"
#include "extract/clause/marks.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

Modality combine(Modality outer, Modality inner) {
  if (outer == Modality::asserted) return inner;
  if (inner == Modality::asserted) return outer;
  if (outer == Modality::expected && inner == Modality::planned) return Modality::expected;
  if (outer == Modality::planned || outer == Modality::expected) return inner;
  return outer;
}

std::vector<Context> ContextReader::read() {
  for (std::size_t p = 0; p < contexts_.size(); ++p) visit(p);
  for (std::size_t p = 0; p < contexts_.size(); ++p) add_late_source(p);
  return std::move(contexts_);
}

void ContextReader::visit(std::size_t p) {
  if (visited_[p]) return;
  visited_[p] = true;
  const Predicate& here = predicate(p);
  if (here.governor) visit(*here.governor);
  if (here.joined) visit(*here.joined);
  Context& context = contexts_[p];
  context.negated = here.form.negated;
  context.modality = here.form.modality;
  // "the goal is to help"
  if (here.form.copula && here.form.infinitive && tree_.upos(here.head) == Upos::verb)
    context.modality = Modality::planned;
  if (here.form.would && is_wish(here.form.lemma)) context.modality = Modality::hoped;
  if (here.form.would && tells_what_came(here.head)) context.modality = Modality::asserted;
  if (here.form.modal && context.modality == Modality::planned && is_usual(here.head))
    context.modality = Modality::asserted;
  if (is_optative(here)) context.modality = Modality::hoped;
  if (here.joined) share(p);
  govern(p);
  // Of a question whose verb was not understood, what hangs from it is asked as well.
  if (tree_.is_question() && !here.governor) context.modality = Modality::asked;
  question_mark(p);
  doubt(p);
  if (is_alternative(here) && !context.negated)
    context.modality = combine(context.modality, Modality::possible);
  if (follows_from_condition(reading_, here)) soften(context);
}

/// "would later become a minister": seen from the past, it came so.
bool ContextReader::tells_what_came(std::uint32_t head) const {
  for (const std::uint32_t child : tree_.children(head)) {
    const std::string& word = tree_.word(child);
    const bool later =
        word == "later" || word == "eventually" || word == "subsequently" || word == "ultimately";
    if (tree_.is(child, advmod) && later && child < head) return true;
    // "would go on to win"
    if (tree_.lemma(head) == "go" && child == head + 1 && word == "on") return true;
  }
  return false;
}

/// "Monks will sometimes help"
bool ContextReader::is_usual(std::uint32_t head) const {
  const std::vector<std::uint32_t>& below = tree_.children(head);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    return tree_.is(child, advmod) && tells_habit(tree_.word(child));
  });
}

/// "May the treaty hold", "May the treaty hold and peace be kept".
bool ContextReader::is_optative(const Predicate& here) const {
  if (tree_.is_question()) return false;
  const auto wishes = [&](std::uint32_t verb) {
    const std::optional<std::uint32_t> may = tree_.child(verb, aux);
    const std::optional<std::uint32_t> who = tree_.child(verb, nsubj);
    return may && who && *may < *who && tree_.word(*may) == "may" && !tree_.has(verb, expl);
  };
  const bool joined = here.form.bare || !here.form.finite;
  return wishes(here.head) || (joined && wishes(tree_.first_conjunct(here.head)));
}

bool ContextReader::is_wish(const std::string& lemma) {
  return lemma == "like" || lemma == "love" || lemma == "prefer";
}

/// "may come and go", "did not come or call": the auxiliary of the first verb serves both.
void ContextReader::share(std::size_t p) {
  const Predicate& here = predicate(p);
  std::size_t verb = *here.joined;  // that has the auxiliaries
  while (predicate(verb).joined && !predicate(verb).form.finite && !predicate(verb).form.modal)
    verb = *predicate(verb).joined;
  const Context& first = contexts_[verb];
  const Predicate& other = predicate(verb);
  // "stopped it and launch": attached to the wrong verb.
  const auto& tag = tree_.xpos(other.head);
  if (tree_.xpos(here.head) == Xpos::vb && here.form.bare && !here.form.infinitive &&
      !tree_.has(other.head, aux) && (tag == Xpos::vbd || tag == Xpos::vbz))
    contexts_[p].denied = true;
  // "will come and go", with "go" read as present tense
  const bool read_as_present = tree_.xpos(here.head) == Xpos::vbp && other.form.modal &&
                               !tree_.has(here.head, aux) && !tree_.has(here.head, nsubj);
  const bool own = (here.form.finite && !read_as_present) || here.form.modal;
  const bool serves = !own && (here.form.bare || here.form.participle || here.form.gerund ||
                               here.form.infinitive || here.form.copula);
  if (!serves) return;
  if (other.form.modality != Modality::asserted) contexts_[p].modality = other.form.modality;
  if (other.form.negated && joined_by_or(here)) contexts_[p].negated = first.negated;
}

bool ContextReader::joined_by_or(const Predicate& here) const {
  const std::optional<std::uint32_t> word = tree_.child(here.head, cc);
  return word && (tree_.word(*word) == "or" || tree_.word(*word) == "nor");
}

void ContextReader::govern(std::size_t p) {
  const Predicate& here = predicate(p);
  switch (here.link) {
    case Link::main:
      main_clause(p);
      if (here.joined && goes_on(here)) below_verb(p, *here.joined);
      return;
    case Link::aside:
      return main_clause(p);
    case Link::complement:
      return complement(p);
    case Link::controlled:
      return controlled(p);
    case Link::adverbial:
      return adverbial(p);
    case Link::relative:
    case Link::participle:
      inherit_source(p);
      if (hangs_from_denied_noun(here)) contexts_[p].denied = true;
      return below_new_noun(p);
    case Link::subject:
      if (here.form.finite && here.governor)
        return below_adjective(p, predicate(*here.governor));  // "it is possible that ..."
      if (is_feasible(here)) return feasible(p);
      [[fallthrough]];
    case Link::infinitive:
      contexts_[p].denied = true;
      return inherit_source(p);
  }
}

void ContextReader::main_clause(std::size_t p) {
  Context& context = contexts_[p];
  const Predicate& here = predicate(p);
  if (tree_.is_question()) {
    context.question = true;
    context.modality = Modality::asked;
  }
  const std::string mark = mark_of(tree_, here.head);
  if (is_conditional_mark(mark)) context.modality = Modality::conditional;
  // "The rumour, spread by Berg, that Lund had left proved false", read as if Lund had left.
  if (mark == "that" && here.link == Link::main) context.denied = true;
  // An order, or the rest of something not understood.
  if (here.form.bare && !here.form.finite && !tree_.has(here.head, nsubj) && !here.joined)
    context.denied = true;
  inherit_source(p);
}

/// "said that A came and B left", with "left" attached to "said": it is reported as well.
bool ContextReader::goes_on(const Predicate& here) const {
  const Predicate& first = predicate(*here.joined);
  if (!takes_clause(first.form.lemma) || !tree_.has(here.head, nsubj)) return false;
  const std::optional<std::uint32_t> clause = tree_.child(first.head, ccomp);
  const std::optional<std::uint32_t> word = tree_.child(here.head, cc);
  return clause && *clause > first.head && *clause < here.head && word && *word > 0 &&
         tree_.word(*word - 1) != ",";
}

/// "is not an engineer who built it"
bool ContextReader::hangs_from_denied_noun(const Predicate& here) const {
  const std::uint32_t first = tree_.first_conjunct(here.head);
  if (!here.governor || !tree_.head(first)) return false;
  return *tree_.head(first) == predicate(*here.governor).head && contexts_[*here.governor].negated;
}

void ContextReader::inherit_source(std::size_t p) {
  const Predicate& here = predicate(p);
  if (here.governor && here.link != Link::aside) {
    contexts_[p].source = contexts_[*here.governor].source;
    if (here.link != Link::main) contexts_[p].weight *= contexts_[*here.governor].weight;
  }
  if (const auto named = according_to(here.head)) contexts_[p].source = named;
}

std::optional<std::uint32_t> ContextReader::according_to(std::uint32_t head) const {
  for (const std::uint32_t child : tree_.children(head))
    if (tree_.is(child, obl) && preposition(tree_, child) == "according_to") return child;
  return std::nullopt;
}

/// "..., Nduka said.", "as Nduka told us".
void ContextReader::add_late_source(std::size_t p) {
  const Predicate& here = predicate(p);
  for (const std::uint32_t child : tree_.children(here.head)) {
    const Predicate* said = reading_.at(child);
    if (!said || !tree_.is(child, parataxis) || !is_reporting_verb(said->form.lemma)) continue;
    note_source(p, *said);
  }
}

void ContextReader::note_source(std::size_t p, const Predicate& said) {
  if (!said.subject || is_first_person(*said.subject) || said.form.passive) return;
  for (std::size_t other = 0; other < contexts_.size(); ++other) {
    const bool same = other == p || tree_.below(predicate(other).head, predicate(p).head);
    if (same && predicate(other).head != said.head && !contexts_[other].source &&
        !is_parted(predicate(other).head, said.head))
      contexts_[other].source = said.subject;
  }
}

std::vector<Context> read_contexts(const Reading& reading) { return ContextReader(reading).read(); }

}  // namespace dossier::extract::clause
