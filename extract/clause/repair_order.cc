// SPDX-License-Identifier: Apache-2.0
// Repairs sentences whose subject stands behind the verb.
#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class OrderRepair {
 public:
  explicit OrderRepair(Tree& tree) : tree_(tree) {}

  void run() {
    if (tree_.is_question()) return;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.has(i, nsubj) || tree_.has(i, expl) || tree_.has(i, csubj)) continue;
      put_place_first(i);
      take_subject(i);
      turn_participle(i);
    }
  }

 private:
  /// "Among the guests was Lund": he was among the guests.
  void put_place_first(std::uint32_t noun) {
    const std::optional<std::uint32_t> be = tree_.child(noun, cop);
    if (!be || !tree_.is_nominal(noun) || tree_.has(noun, case_) || *be > noun) return;
    if (tree_.is(noun, acl) || tree_.is(noun, xcomp)) return;
    std::optional<std::uint32_t> place;
    for (const std::uint32_t child : tree_.children(noun))
      if (child < *be && tree_.is_any(child, {nmod, obl}) && tree_.has(child, case_) &&
          tree_.extent(child).last == *be && !tree_.time(child))
        place = child;
    if (!place) return;
    tree_.attach(*place, tree_.head(noun), tree_.relation(noun));
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(noun)))
      if (child != *place && (child < *place || tree_.is_any(child, {punct, cop, aux, mark})))
        tree_.attach(child, *place, tree_.relation(child));
    tree_.rehang(noun, *place, nsubj);
  }

  /// "In the harbour lies a ship."
  void take_subject(std::uint32_t verb) {
    const std::optional<std::uint32_t> noun = tree_.child(verb, obj);
    if (!noun || *noun < verb || !is_presenting_verb(tree_.lemma(verb)) || tree_.has(verb, aux) ||
        !is_finite(tree_, verb) || tree_.is(verb, conj))
      return;
    for (const std::uint32_t child : tree_.children(verb))
      if (tree_.is(child, obl) && child < verb && tree_.has(child, case_))
        return tree_.rehang(*noun, verb, nsubj);
  }

  /// "Attending the meeting were Berg and Lund."
  void turn_participle(std::uint32_t verb) {
    if (tree_.xpos(verb) != Xpos::vbg || tree_.head(verb) || tree_.has(verb, aux)) return;
    for (const std::uint32_t noun : std::vector<std::uint32_t>(tree_.children(verb))) {
      const std::optional<std::uint32_t> be = tree_.child(noun, cop);
      if (noun < verb || !tree_.is_any(noun, {obj, obl, ccomp}) || !be || *be < verb || *be > noun)
        continue;
      tree_.attach(*be, verb, aux);
      return tree_.rehang(noun, verb, nsubj);
    }
  }

  Tree& tree_;
};

}  // namespace

void repair_order(Tree& tree) { OrderRepair(tree).run(); }

}  // namespace dossier::extract::clause
