// SPDX-License-Identifier: Apache-2.0
// Repairs of what an object is found, called or made: "found the driver guilty", "called the deal a
// disaster", "made Colonel Lund chief of staff".
#include "extract/clause/argument_words.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ObjectStateRepair {
 public:
  explicit ObjectStateRepair(Tree& tree) : tree_(tree) {}

  void run() {
    for (std::uint32_t i = 2; i < tree_.size(); ++i) {
      part_phrase(i);
      part_list(i);
      take_adjective(i);
      take_noun(i);
    }
  }

 private:
  /// "found the driver guilty", "made Colonel Lund chief of staff", read as a guilty, a chief.
  void part_phrase(std::uint32_t state) {
    const std::optional<std::uint32_t> verb = tree_.head(state);
    if (!verb || !tree_.is_any(state, {obj, xcomp}) || tree_.mention(state)) return;
    if (!is_state(state, *verb) && !is_post(state, *verb)) return;
    for (const std::uint32_t child : tree_.children(state)) {
      const bool phrase = child < state && is_read_below(child);
      const bool beside = tree_.extent(child).last == state || names_somebody(child);
      if (!phrase || !beside) continue;
      if (!is_state(state, *verb) && !names_somebody(child)) return;
      if (tree_.extent(state).first != *verb + 1) return;
      for (const std::uint32_t word : std::vector<std::uint32_t>(tree_.children(state)))
        if (word < child) tree_.attach(word, child, tree_.relation(word));
      tree_.attach(child, *verb, obj);
      return tree_.rehang(state, *verb, xcomp);
    }
  }

  /// "her" of "found her guilty" is whom.
  bool is_read_below(std::uint32_t i) const {
    if (tree_.is(i, nmod_poss)) return tree_.word(i) == "her";
    return tree_.is_any(i, {compound, nmod_desc, nmod_unmarked, obl_unmarked, nsubj});
  }

  /// "found Berg and Lund guilty", read as three.
  void part_list(std::uint32_t state) {
    if (!tree_.is(state, conj) || tree_.has(state, cc)) return;
    const std::uint32_t first = *tree_.head(state);
    const std::optional<std::uint32_t> verb = tree_.head(first);
    if (!verb || !tree_.is(first, obj) || !is_only_adjective(state)) return;
    if (is_predicating_verb(tree_.lemma(*verb))) tree_.rehang(state, *verb, xcomp);
  }

  /// "consider the plan risky": what it is considered.
  void take_adjective(std::uint32_t state) {
    if (!tree_.is(state, amod) || *tree_.head(state) + 1 != state) return;
    const std::uint32_t noun = *tree_.head(state);
    const std::optional<std::uint32_t> verb = tree_.head(noun);
    if (!verb || !tree_.is(noun, obj) || *verb > noun || !is_only_adjective(state)) return;
    const bool plain = tree_.upos(noun) == Upos::noun || tree_.mention(noun);
    if (plain && is_predicating_verb(tree_.lemma(*verb))) tree_.rehang(state, *verb, xcomp);
  }

  /// "called the deal a disaster", "made him a knight": of two objects the second is what it is.
  void take_noun(std::uint32_t state) {
    const std::optional<std::uint32_t> verb = tree_.head(state);
    if (!verb || !tree_.is(state, obj) || !is_indefinite(tree_, state)) return;
    if (tree_.lemma(*verb) == "find" || tree_.lemma(*verb) == "hire") return;  // "found her a job"
    const std::uint32_t begin = tree_.extent(state).first;
    if (!is_predicating_verb(tree_.lemma(*verb)) && !is_appointing_verb(tree_.lemma(*verb))) return;
    for (const std::uint32_t child : tree_.children(*verb)) {
      const bool object = tree_.is_any(child, {obj, iobj}) && child > *verb;
      if (!object || tree_.extent(child).last != begin) continue;
      if (gives(*verb) && !means_person(tree_, state)) return;
      tree_.attach(child, *verb, obj);
      return tree_.rehang(state, *verb, xcomp);
    }
  }

  bool is_only_adjective(std::uint32_t i) const {
    const WordInfo word = Lexicon::builtin().word(tree_.word(i));
    return word.adjective && !word.noun;
  }

  /// "made him a cake", "left her a house"
  bool gives(std::uint32_t verb) const {
    return tree_.lemma(verb) == "make" || tree_.lemma(verb) == "leave";
  }

  /// "guilty"; "void" where a verb can only say or decide so.
  bool is_state(std::uint32_t i, std::uint32_t verb) const {
    if (!is_predicating_verb(tree_.lemma(verb))) return false;
    if (gives(verb) || tree_.lemma(verb) == "keep") return is_only_adjective(i);
    return Lexicon::builtin().word(tree_.word(i)).adjective && tree_.word(i) == tree_.token(i).text;
  }

  /// "chief of staff"
  bool is_post(std::uint32_t i, std::uint32_t verb) const {
    const bool makes =
        is_appointing_verb(tree_.lemma(verb)) || is_predicating_verb(tree_.lemma(verb));
    return makes && tree_.xpos(i) == Xpos::nn && means_person(tree_, i);
  }

  /// "Anna Berg", "Colonel Berg"
  bool names_somebody(std::uint32_t i) const {
    if (tree_.names_person(i)) return true;
    const std::optional<std::uint32_t> name = tree_.child(i, flat);
    return name && tree_.names_person(*name);
  }

  Tree& tree_;
};

}  // namespace

void repair_object_states(Tree& tree) { ObjectStateRepair(tree).run(); }

}  // namespace dossier::extract::clause
