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
//   controlled       "agreed/failed/refused to": control.h says what each verb makes of it
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

#include "extract/clause/control.h"
#include "extract/clause/marks.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/confidence.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// The stronger of what governs a clause and what it says itself.
Modality combine(Modality outer, Modality inner) {
  if (outer == Modality::asserted) return inner;
  if (inner == Modality::asserted) return outer;
  if (outer == Modality::expected && inner == Modality::planned) return Modality::expected;
  if (outer == Modality::planned || outer == Modality::expected) return inner;
  return outer;
}

class ContextReader {
 public:
  explicit ContextReader(const Reading& reading)
      : reading_(reading),
        tree_(reading.tree),
        contexts_(reading.predicates.size()),
        visited_(reading.predicates.size(), false) {}

  std::vector<Context> read() {
    for (std::size_t p = 0; p < contexts_.size(); ++p) visit(p);
    for (std::size_t p = 0; p < contexts_.size(); ++p) add_late_source(p);
    return std::move(contexts_);
  }

 private:
  const Predicate& predicate(std::size_t p) const { return reading_.predicates[p]; }

  void visit(std::size_t p) {
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
    if (here.joined) share(p);
    govern(p);
    if (follows_from_condition(reading_, here)) soften(context);
  }

  static bool is_wish(const std::string& lemma) {
    return lemma == "like" || lemma == "love" || lemma == "prefer";
  }

  /// "may come and go", "did not come or call": the auxiliary of the first verb serves both.
  void share(std::size_t p) {
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
    if (other.form.modal) contexts_[p].modality = other.form.modality;
    if (other.form.negated && joined_by_or(here)) contexts_[p].negated = first.negated;
  }

  bool joined_by_or(const Predicate& here) const {
    const std::optional<std::uint32_t> word = tree_.child(here.head, cc);
    return word && (tree_.word(*word) == "or" || tree_.word(*word) == "nor");
  }

  void govern(std::size_t p) {
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
        return;
      case Link::subject:
        if (here.form.finite && here.governor)
          return below_adjective(p, predicate(*here.governor));  // "it is possible that ..."
        [[fallthrough]];
      case Link::infinitive:
        contexts_[p].denied = true;
        return inherit_source(p);
    }
  }

  void main_clause(std::size_t p) {
    Context& context = contexts_[p];
    const Predicate& here = predicate(p);
    if (tree_.is_question()) {
      context.question = true;
      context.modality = Modality::asked;
    }
    if (is_conditional_mark(mark_of(tree_, here.head))) context.modality = Modality::conditional;
    // An order, or the rest of something not understood.
    if (here.form.bare && !here.form.finite && !tree_.has(here.head, nsubj) && !here.joined)
      context.denied = true;
    inherit_source(p);
  }

  /// "said that A came and B left", with "left" attached to "said": it is reported as well.
  bool goes_on(const Predicate& here) const {
    const Predicate& first = predicate(*here.joined);
    if (!takes_clause(first.form.lemma) || !tree_.has(here.head, nsubj)) return false;
    const std::optional<std::uint32_t> clause = tree_.child(first.head, ccomp);
    const std::optional<std::uint32_t> word = tree_.child(here.head, cc);
    return clause && *clause > first.head && *clause < here.head && word && *word > 0 &&
           tree_.word(*word - 1) != ",";
  }

  /// "is not an engineer who built it"
  bool hangs_from_denied_noun(const Predicate& here) const {
    const std::uint32_t first = tree_.first_conjunct(here.head);
    if (!here.governor || !tree_.head(first)) return false;
    return *tree_.head(first) == predicate(*here.governor).head &&
           contexts_[*here.governor].negated;
  }

  void inherit_source(std::size_t p) {
    const Predicate& here = predicate(p);
    if (here.governor && here.link != Link::aside) {
      contexts_[p].source = contexts_[*here.governor].source;
      if (here.link != Link::main) contexts_[p].weight *= contexts_[*here.governor].weight;
    }
    if (const auto named = according_to(here.head)) contexts_[p].source = named;
  }

  std::optional<std::uint32_t> according_to(std::uint32_t head) const {
    for (const std::uint32_t child : tree_.children(head))
      if (tree_.is(child, obl) && preposition(tree_, child) == "according_to") return child;
    return std::nullopt;
  }

  // Below "say", "hope", "the news that ...".

  void complement(std::size_t p) {
    const Predicate& here = predicate(p);
    const std::uint32_t first = tree_.first_conjunct(here.head);
    const std::uint32_t above = *tree_.head(first);
    inherit_source(p);
    if (is_indirect_question(here.head)) {
      contexts_[p].modality = Modality::asked;
      if (here.governor) contexts_[p].denied = contexts_[*here.governor].denied;
      return;
    }
    if (tree_.is(first, acl)) return below_noun(p, above);
    if (!here.governor || reading_.by_token[above] != here.governor) return;
    const Predicate& verb = predicate(*here.governor);
    if (verb.form.copula || verb.form.lemma == "be") return below_adjective(p, verb);
    below_verb(p, *here.governor);
  }

  bool is_indirect_question(std::uint32_t head) const {
    for (const std::uint32_t child : tree_.children(head)) {
      if (tree_.is(child, mark) && (tree_.word(child) == "if" || tree_.word(child) == "whether"))
        return true;
      if (child < head && tree_.xpos(child).is(Xpos::w) && !tree_.is(child, mark)) return true;
    }
    return false;
  }

  void below_noun(std::size_t p, std::uint32_t noun) {
    Context& context = contexts_[p];
    context.weight *= confidence::kBelowNoun;
    if (const auto above = predicate(p).governor) {
      const Context& outer = contexts_[*above];
      if (outer.question) context.modality = Modality::asked;
      if (outer.negated || outer.denied) context.denied = true;
    }
    // "no signs in the town that ..."
    for (std::uint32_t steps = 0; steps < tree_.size(); ++steps) {
      context.modality = combine(noun_clause_modality(tree_.lemma(noun)), context.modality);
      const std::string& word = tree_.lemma(noun);
      if (is_negative(tree_, noun)) context.denied = word != "doubt" && word != "secret";
      if (!tree_.is(noun, nmod) || !tree_.head(noun)) return;
      noun = *tree_.head(noun);
    }
  }

  void below_adjective(std::size_t p, const Predicate& verb) {
    Context& context = contexts_[p];
    const Context& outer = contexts_[*predicate(p).governor];
    context.modality =
        combine(adjective_clause(tree_.word(verb.head), context.modality), context.modality);
    if (outer.negated || outer.denied) context.denied = true;
    if (outer.question) context.modality = Modality::asked;
    if (outer.modality == Modality::conditional)
      context.modality = combine(outer.modality, context.modality);
  }

  void below_verb(std::size_t p, std::size_t above) {
    Context& context = contexts_[p];
    const Context& outer = contexts_[above];
    const Predicate& verb = predicate(above);
    const std::string& lemma = verb.form.lemma;
    if ((outer.negated || outer.denied) && !order(verb)) context.denied = true;
    if (verb.form.passive)
      context.modality =
          combine(adjective_clause(tree_.word(verb.head), context.modality), context.modality);
    if (lemma == "deny") context.negated = !context.negated;
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
    if (is_subjunctive(here)) context.modality = Modality::hoped;
    if (belief) context.weight *= confidence::kBelief;
    take_over(p, verb, outer);
  }

  /// "insisted that the firm pay".
  bool is_subjunctive(const Predicate& here) const {
    if (!here.form.bare || here.form.copula || !here.subject || here.form.words.size() != 1)
      return false;
    const auto& tag = tree_.xpos(*here.subject);
    return (tag == Xpos::nn || tag == Xpos::nnp) && !tree_.has(*here.subject, conj) &&
           tree_.word(here.head) == tree_.lemma(here.head);
  }

  static bool order(const Predicate& verb) { return verb.form.bare && !verb.subject; }

  /// Who says it, and how sure the saying itself is.
  void take_over(std::size_t p, const Predicate& verb, const Context& outer) {
    Context& context = contexts_[p];
    const bool first = verb.subject && is_first_person(*verb.subject);
    const bool reports = is_reporting_verb(verb.form.lemma) && !verb.form.passive;
    if (outer.question) {
      context.modality = Modality::asked;
      context.question = true;
    } else if (!(first && reports) && !order(verb)) {
      context.modality = combine(outer.modality, context.modality);
    }
    if (!verb.subject || first || verb.form.passive || !takes_clause(verb.form.lemma)) return;
    if (!is_showing_verb(verb.form.lemma) && is_somebody(*verb.subject))
      context.source = verb.subject;
  }

  bool is_first_person(std::uint32_t noun) const {
    return tree_.word(noun) == "i" || tree_.word(noun) == "we";
  }

  bool is_somebody(std::uint32_t noun) const {
    const std::string& lemma = tree_.lemma(noun);
    return tree_.mention(noun) || is_pronoun(tree_, noun) || is_person_noun(lemma) ||
           is_title_noun(lemma) || is_speaking_noun(lemma);
  }

  // Below "agree to", "able to", "urge X to".

  void controlled(std::size_t p) {
    inherit_source(p);
    const Predicate& here = predicate(p);
    if (!here.governor) return;
    const Predicate& verb = predicate(*here.governor);
    const Context& outer = contexts_[*here.governor];
    Context& context = contexts_[p];
    if (here.form.modal) return;
    const std::optional<Modality> modality = control_modality(tree_, here, verb);
    if (!modality) context.denied = true;
    context.negated =
        context.negated != (outer.negated != is_failing_verb(control_word(tree_, verb)));
    context.denied = context.denied || outer.denied;
    context.question = outer.question;
    context.modality =
        combine(outer.modality, combine(modality.value_or(Modality::asserted), context.modality));
    const bool had_to = verb.form.lemma == "have" && (verb.form.past || verb.form.perfect);
    if (had_to) context.modality = outer.modality;
    if (is_wish(verb.form.lemma) && verb.form.would) context.modality = Modality::hoped;
  }

  // "because ...", "if ...", "to help".

  void adverbial(std::size_t p) {
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
    if (mark.empty()) return unmarked(p);
    subordinate(p, mark);
  }

  /// "caused by mixing them", "staged a play, directed by X", "left, causing panic": not the
  /// subject of the main clause.
  bool has_other_subject(const Predicate& here, const std::string& mark) const {
    const Predicate& above = predicate(*here.governor);
    if (here.form.finite || tree_.has(here.head, nsubj)) return false;
    if (mark == "by") return above.form.passive;
    if (!mark.empty() || here.head < above.head) return false;
    return here.form.participle || is_consequence_verb(here.form.lemma);
  }

  void unmarked(std::size_t p) {
    if (is_inverted(tree_, predicate(p))) contexts_[p].modality = Modality::conditional;
  }

  void subordinate(std::size_t p, const std::string& mark) {
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
    } else if (is_time_mark(mark) && here.form.finite && !here.form.past && !here.form.perfect &&
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
  void purpose(const Predicate& here, Context& context) const {
    const Predicate* above = here.governor ? &predicate(*here.governor) : nullptr;
    const bool called =
        above && here.subject != above->subject && !is_sending_verb(above->form.lemma);
    const Modality wanted =
        called ? object_control(above->form.lemma).value_or(Modality::hoped) : Modality::planned;
    context.modality = combine(context.modality, wanted);
    context.weight *= called ? confidence::kCalledUpon : confidence::kPurpose;
  }

  static void soften(Context& context) {
    if (context.modality == Modality::asserted || context.modality == Modality::planned)
      context.modality = Modality::conditional;
  }

  /// "..., Nduka said.", "as Nduka told us".
  void add_late_source(std::size_t p) {
    const Predicate& here = predicate(p);
    for (const std::uint32_t child : tree_.children(here.head)) {
      const Predicate* said = reading_.at(child);
      if (!said || !tree_.is(child, parataxis) || !is_reporting_verb(said->form.lemma)) continue;
      note_source(p, *said);
    }
  }

  void note_source(std::size_t p, const Predicate& said) {
    if (!said.subject || is_first_person(*said.subject) || said.form.passive) return;
    for (std::size_t other = 0; other < contexts_.size(); ++other) {
      const bool same = other == p || tree_.below(predicate(other).head, predicate(p).head);
      if (same && predicate(other).head != said.head && !contexts_[other].source)
        contexts_[other].source = said.subject;
    }
  }

  const Reading& reading_;
  const Tree& tree_;
  std::vector<Context> contexts_;
  std::vector<bool> visited_;
};

}  // namespace

std::vector<Context> read_contexts(const Reading& reading) { return ContextReader(reading).read(); }

}  // namespace dossier::extract::clause
