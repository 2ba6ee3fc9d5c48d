// SPDX-License-Identifier: Apache-2.0
// Repairs clauses that the tree attaches to the wrong word.
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

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
      free_copula(i);
      accuse(i);
      give_subject(i);
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
    if (that && object) tree_.rehang(*that, verb, mark);
  }

  /// "The question is whether the union paid": "is" belongs to the question.
  void free_copula(std::uint32_t verb) {
    const std::optional<std::uint32_t> be = tree_.child(verb, cop);
    const std::optional<std::uint32_t> word = tree_.child(verb, mark);
    if (!be || !word || *be > *word || tree_.upos(verb) != Upos::verb) return;
    if (tree_.word(*word) != "to") tree_.rehang(*be, verb, dep);
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

  /// "Berg opened the school and Lund signed the treaty": Lund signed it, and was not opened.
  void give_subject(std::uint32_t verb) {
    if (!tree_.is(verb, conj) || tree_.upos(verb) != Upos::verb || !is_finite(tree_, verb)) return;
    if (tree_.has(verb, nsubj) || tree_.has(verb, cc) || tree_.has(verb, aux_pass)) return;
    const std::uint32_t first = *tree_.head(verb);
    for (std::uint32_t noun = first + 1; noun < verb; ++noun) {
      const std::optional<std::uint32_t> word = tree_.child(noun, cc);
      const bool joined = tree_.is(noun, conj) && tree_.is_nominal(noun) && word && *word < noun;
      if (!joined || !stands_before(noun, verb) || !tree_.below(noun, first)) continue;
      tree_.attach(*word, verb, cc);
      return tree_.rehang(noun, verb, nsubj);
    }
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
