// SPDX-License-Identifier: Apache-2.0
// Repairs subjects that have a preposition.
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class PrepositionRepair {
 public:
  explicit PrepositionRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      leave_behind(i);
      join_compound(i);
      if (!tree_.is(i, nsubj) || !tree_.head(i) || *tree_.head(i) < i) continue;
      part_pronoun(i);
      place_event(i);
    }
  }

 private:
  /// "a charge of money laundering", read as a charge of money.
  void join_compound(std::uint32_t i) {
    if (!tree_.is(i, nmod) || tree_.has(i, case_) || tree_.xpos(i) != Xpos::nn || i == 0) return;
    const std::uint32_t first = i - 1;
    const bool beside = tree_.is(first, nmod) && tree_.head(first) == tree_.head(i) &&
                        tree_.has(first, case_) && tree_.xpos(first) == Xpos::nn &&
                        !tree_.mention(first) && !tree_.mention(i);
    if (beside) tree_.replace(first, i, compound);
  }

  /// "artists Lund has worked with include Berg": she worked with them.
  void leave_behind(std::uint32_t i) {
    const std::optional<std::uint32_t> main = tree_.head(i);
    if (!tree_.is(i, mark) || i == 0 || main != i + 1 || !tree_.has(*main, nsubj)) return;
    const std::uint32_t verb = i - 1;
    const std::string& word = tree_.word(i);
    const bool bound = word == "with" || word == "for" || word == "in" || word == "on";
    if (!bound || tree_.relation(verb) != acl_relcl ||
        tree_.head(verb) != tree_.child(*main, nsubj))
      return;
    tree_.rehang(i, verb, obl);
  }

  /// "a law under which judges serve", read as which judges.
  void part_pronoun(std::uint32_t subject) {
    const std::optional<std::uint32_t> which = tree_.child(subject, det);
    if (which && tree_.xpos(*which) == Xpos::wdt && tree_.has(*which, case_))
      return tree_.rehang(*which, *tree_.head(subject), obl);
    // "the striker whom manager Lund had signed"
    const std::optional<std::uint32_t> title = tree_.child(subject, nmod_desc);
    const std::optional<std::uint32_t> whom = title ? tree_.child(*title, det) : which;
    const std::uint32_t verb = *tree_.head(subject);
    if (whom && tree_.word(*whom) == "whom" && !tree_.has(verb, obj))
      tree_.rehang(*whom, verb, obj);
  }

  /// "an accident in Pakistan involving three trains": the accident involved them.
  void place_event(std::uint32_t place) {
    const std::optional<std::uint32_t> word = tree_.child(place, case_);
    if (!word || *word > place || tree_.upos(*word) != Upos::adp) return;
    const std::uint32_t verb = *tree_.head(place), first = tree_.extent(place).first;
    if (tree_.xpos(verb) != Xpos::vbg || tree_.has(verb, aux) || tree_.has(verb, mark)) return;
    if (!tree_.is_any(verb, {advcl, acl}) || verb != tree_.extent(place).last || first == 0) return;
    const std::uint32_t noun = first - 1;
    if (tree_.upos(noun) != Upos::noun || tree_.below(noun, verb)) return;
    tree_.attach(verb, noun, acl);
    tree_.rehang(place, noun, nmod);
  }

  Tree& tree_;
};

}  // namespace

void repair_prepositions(Tree& tree) { PrepositionRepair(tree).run(); }

}  // namespace dossier::extract::clause
