// SPDX-License-Identifier: Apache-2.0
// Repairs clauses that the tree attaches to the wrong word.
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ClauseRepair {
 public:
  explicit ClauseRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      put_verb_first(i);
      free_that(i);
      tell_claim(i);
      free_copula(i);
      own_subject(i);
      accuse(i);
      leave_quotation(i);
      give_subject(i);
      resume(i);
      await(i);
      ask(i);
    }
  }

 private:
  /// "Berg dismissed claims ...", read as claims that Berg dismissed: a relative clause stands
  /// behind its noun.
  void put_verb_first(std::uint32_t verb) {
    if (tree_.relation(verb) != acl_relcl || !is_finite(tree_, verb)) return;
    const std::uint32_t noun = *tree_.head(verb);
    const std::optional<std::uint32_t> subject = tree_.child(verb, nsubj);
    if (noun < verb || !subject || *subject > verb || is_relative_word(tree_, *subject)) return;
    if (tree_.head(noun) || tree_.has(noun, nsubj) || tree_.has(verb, obj)) return;
    tree_.attach(verb, std::nullopt, root);
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(noun)))
      if (tree_.is(child, punct)) tree_.attach(child, verb, punct);
    tree_.rehang(noun, verb, obj);
  }

  /// "the claim that the firm poisoned the lake": of two objects "that" is none.
  void free_that(std::uint32_t verb) {
    if (tree_.relation(verb) != acl_relcl || !tree_.has(verb, nsubj)) return;
    std::optional<std::uint32_t> that, object;
    for (const std::uint32_t child : tree_.children(verb)) {
      if (!tree_.is(child, obj)) continue;
      (tree_.word(child) == "that" && child < verb ? that : object) = child;
    }
    if (that && object) return tree_.rehang(*that, verb, mark);
    const std::optional<std::uint32_t> claim = that ? told_by(verb) : std::nullopt;
    if (!claim) return;
    tree_.rehang(*that, verb, mark);
    tree_.rehang(verb, *claim, acl);
  }

  /// "the claim, often repeated, that the dam has burst": what is claimed, not what is repeated.
  void tell_claim(std::uint32_t verb) {
    const std::optional<std::uint32_t> that = tree_.child(verb, mark);
    const std::optional<std::uint32_t> aside = tree_.head(verb);
    if (!tree_.is(verb, ccomp) || !that || tree_.word(*that) != "that" || !aside) return;
    if (tree_.relation(*aside) != acl || *that == 0 || tree_.word(*that - 1) != ",") return;
    const std::uint32_t noun = *tree_.head(*aside);
    if (noun < *aside && noun_clause_modality(tree_.lemma(noun)) != Modality::asserted)
      tree_.rehang(verb, noun, acl);
  }

  /// "claims in the town that the dam has burst": neither claims nor the town are burst.
  std::optional<std::uint32_t> told_by(std::uint32_t verb) const {
    const std::string& lemma = tree_.lemma(verb);
    if (is_uttering_verb(lemma) || takes_clause(lemma) || is_light_verb(lemma)) return std::nullopt;
    std::optional<std::uint32_t> noun = tree_.head(verb);
    while (noun && noun_clause_modality(tree_.lemma(*noun)) != Modality::alleged)
      noun = tree_.is(*noun, nmod) ? tree_.head(*noun) : std::nullopt;
    return noun;
  }

  /// "The question is whether the union paid": "is" belongs to the question.
  void free_copula(std::uint32_t verb) {
    const std::optional<std::uint32_t> be = tree_.child(verb, cop);
    const std::optional<std::uint32_t> word = tree_.child(verb, mark);
    if (!be || !word || *be > *word || tree_.upos(verb) != Upos::verb) return;
    if (tree_.word(*word) != "to") return tree_.rehang(*be, verb, dep);
    // "The ministers are to meet": they are no meeting, as "the plan is to meet" is.
    const std::optional<std::uint32_t> who = tree_.child(verb, nsubj);
    if (!who || *who > *be || !can_act(*who)) return;
    tree_.attach(*be, verb, aux);
    tree_.rehang(*who, verb, nsubj);
  }

  /// "The bridge is not to be opened", with a subject of something around it.
  void own_subject(std::uint32_t verb) {
    const std::optional<std::uint32_t> who = tree_.child(verb, nsubj);
    if (who && tree_.relation(*who) == nsubj_outer && tree_.has(verb, aux_pass))
      tree_.rehang(*who, verb, nsubj_pass);
  }

  bool can_act(std::uint32_t noun) const {
    const NounClass kind = Lexicon::builtin().word(tree_.lemma(noun)).noun_class;
    return tree_.mention(noun) || tree_.xpos(noun) == Xpos::prp || kind == NounClass::person ||
           kind == NounClass::group || is_person_noun(tree_.lemma(noun));
  }

  /// "accused the firm of cheating", "stopped the men from leaving": not "the firm of cheating".
  void accuse(std::uint32_t i) {
    if (tree_.relation(i) != acl || tree_.xpos(i) != Xpos::vbg || !tree_.has(i, mark)) return;
    const std::uint32_t noun = *tree_.head(i);
    const std::optional<std::uint32_t> verb = tree_.head(noun);
    if (!verb || !tree_.is(noun, obj)) return;
    if (!is_accusing_verb(tree_.lemma(*verb)) && !is_preventing_verb(tree_.lemma(*verb))) return;
    tree_.rehang(i, *verb, advcl);
  }

  /// 'He said "I could", and left': goes on with "said", not with what was said.
  void leave_quotation(std::uint32_t verb) {
    if (!tree_.is(verb, conj) || tree_.has(verb, nsubj)) return;
    const std::uint32_t quoted = *tree_.head(verb);
    const std::optional<std::uint32_t> said = tree_.head(quoted);
    if (!tree_.is(quoted, ccomp) || !said || *said > quoted) return;
    if (has_mark(quoted, verb, Xpos::close_quote) && has_mark(*said, quoted, Xpos::open_quote) &&
        !opens_again(quoted, verb))
      tree_.rehang(verb, *said, conj);
  }

  /// 'said that he "ran away" and then "came back"': both are what was said.
  bool opens_again(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t marks = 0;
    for (std::uint32_t i = from; i < to; ++i)
      if (tree_.xpos(i) == Xpos::close_quote || tree_.xpos(i) == Xpos::open_quote) ++marks;
    return marks % 2 == 0;
  }

  bool has_mark(std::uint32_t from, std::uint32_t to, Xpos mark) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (tree_.xpos(i) == mark) return true;
    return false;
  }

  /// "Berg opened the school and Lund signed the treaty": Lund signed it, and was not opened.
  void give_subject(std::uint32_t verb) {
    if (tree_.upos(verb) != Upos::verb || !is_finite(tree_, verb) || !joined_to(verb)) return;
    if (tree_.has(verb, nsubj) || tree_.has(verb, cc) || tree_.has(verb, aux_pass)) return;
    const std::uint32_t first = *joined_to(verb);
    for (std::uint32_t noun = first + 1; noun < verb; ++noun) {
      const std::optional<std::uint32_t> word = tree_.child(noun, cc);
      const bool joined = tree_.is(noun, conj) && tree_.is_nominal(noun) && word && *word < noun &&
                          preposition(tree_, *tree_.head(noun)) != "between";
      if (!joined || !stands_before(noun, verb) || !tree_.below(noun, first)) continue;
      tree_.attach(*word, verb, cc);
      tree_.attach(verb, first, conj);
      return tree_.rehang(noun, verb, nsubj);
    }
  }

  /// The verb that a finite verb without a subject goes on with.
  std::optional<std::uint32_t> joined_to(std::uint32_t verb) const {
    std::optional<std::uint32_t> first = tree_.head(verb);
    if (tree_.is(verb, conj)) return first;
    if (tree_.has(verb, mark) || tree_.xpos(verb) != Xpos::vbd) return std::nullopt;
    if (tree_.relation(verb) != acl && tree_.relation(verb) != advcl) return std::nullopt;
    while (first && tree_.upos(*first) != Upos::verb) first = tree_.head(*first);
    return first && is_finite(tree_, *first) ? first : std::nullopt;
  }

  /// "agreed to lend it but paid nothing", "came from a farm which supplies nobody, and tasted so":
  /// goes on with the verb of the same form, not with the clause in between.
  void resume(std::uint32_t verb) {
    if (!tree_.is(verb, conj) || tree_.has(verb, nsubj) || tree_.has(verb, aux)) return;
    const auto& form = tree_.xpos(verb);
    if (form != Xpos::vbd && form != Xpos::vbz) return;
    const std::uint32_t clause = *tree_.head(verb);
    const std::optional<std::uint32_t> word = tree_.child(clause, mark);
    const bool infinitive = tree_.xpos(clause) == Xpos::vb && word && tree_.word(*word) == "to";
    const bool relative = tree_.relation(clause) == acl_relcl && tree_.xpos(clause) != form &&
                          !tree_.has(clause, aux) && !tree_.has(clause, cop);
    if (!infinitive && !relative) return;
    for (auto above = tree_.head(clause); above; above = tree_.head(*above)) {
      if (tree_.upos(*above) != Upos::verb || !is_finite(tree_, *above)) continue;
      if (tree_.xpos(*above) == form && *above < clause) tree_.rehang(verb, *above, conj);
      return;
    }
  }

  /// "is due to meet them": the verb depends on "due", not "due" on the verb.
  void await(std::uint32_t verb) {
    if (verb < 2 || tree_.xpos(verb) != Xpos::vb || tree_.word(verb - 1) != "to") return;
    const std::uint32_t to = verb - 1, state = verb - 2;
    if (tree_.head(state) != verb || !tree_.xpos(state).is(Xpos::jj)) return;
    if (tree_.head(to) != verb && tree_.head(to) != state) return;
    if (!adjective_control(tree_.word(state))) return;
    if (!tree_.has(verb, cop) && !tree_.has(state, cop)) return;
    tree_.attach(state, tree_.head(verb), tree_.relation(verb));
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(verb))) {
      const bool subject = tree_.is(child, nsubj);
      if (child < state) tree_.attach(child, state, subject ? Label(nsubj) : tree_.relation(child));
    }
    tree_.attach(to, verb, mark);
    tree_.rehang(verb, state, xcomp);
  }

  /// "asked when it would open": what is asked, not when somebody asked.
  void ask(std::uint32_t verb) {
    const std::optional<std::uint32_t> asks = tree_.head(verb);
    if (!tree_.is(verb, advcl) || !asks || *asks > verb || !tree_.has(verb, nsubj)) return;
    if (clause_modality(tree_.lemma(*asks)) != Modality::asked || tree_.has(*asks, ccomp)) return;
    const std::uint32_t first = tree_.extent(verb).first;
    if (tree_.xpos(first) == Xpos::wrb && first == *asks + 1) tree_.rehang(verb, *asks, ccomp);
  }

  /// Whether nothing but the verb's own words stand between.
  bool stands_before(std::uint32_t noun, std::uint32_t verb) const {
    for (std::uint32_t i = tree_.extent(noun).last; i < verb; ++i)
      if (tree_.head(i) != verb || !tree_.is_any(i, {aux, advmod})) return false;
    return true;
  }

  Tree& tree_;
};

}  // namespace

void repair_clauses(Tree& tree) { ClauseRepair(tree).run(); }

}  // namespace dossier::extract::clause
