// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/tree.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class TreeRepair {
 public:
  explicit TreeRepair(Tree& tree) : tree_(tree) {}

  void run() {
    join_prepositions();
    raise_main_verb();
    raise_past();
    repair_genitives(tree_);
    repair_prepositions(tree_);
    repair_seats(tree_);
    repair_conditions(tree_);
    repair_clauses(tree_);
    repair_order(tree_);
    repair_complements(tree_);
    repair_callings(tree_);
    repair_posts(tree_);
    repair_object_states(tree_);
    repair_measures(tree_);
    repair_recipients(tree_);
    repair_agents(tree_);
    turn_questions();
    report_to_listener();
    repair_asides(tree_);
    keep_one_subject(tree_);
    agree_relatives(tree_);
    repair_wholes(tree_);
    repair_lists(tree_);
    repair_contrasts(tree_);
    repair_phrases(tree_);
    tree_.index();
  }

 private:
  /// "thanks to X", "in accordance with X": one preposition, X its noun.
  void join_prepositions() {
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) words.push_back(tree_.word(i));
    for (std::uint32_t i = 0; i + 1 < tree_.size(); ++i) {
      const FixedPhrase phrase = fixed_phrase(std::span(words).subspan(i));
      if (phrase.kind != Fixed::preposition) continue;
      const std::uint32_t end = i + static_cast<std::uint32_t>(phrase.length);
      join_preposition({i, end});
      i = end - 1;
    }
  }

  void join_preposition(TokenRange words) {
    // The noun: what the preposition's last word marks.
    const std::uint32_t last = words.last - 1;
    const std::optional<std::uint32_t> noun = tree_.head(last);
    if (!noun || *noun < words.last || !tree_.is_any(last, {case_, mark})) return;
    if (tree_.xpos(last) == Xpos::to && tree_.xpos(*noun) == Xpos::vb) return;  // "is due to meet"
    std::uint32_t top = *noun;
    while (tree_.head(top) && words.contains(*tree_.head(top))) top = *tree_.head(top);
    if (top == *noun) top = apart(words, *noun);
    if (top == *noun) return;  // is marked by all of them, or the first is not a noun
    const std::optional<std::uint32_t> governor = tree_.head(top);
    if (!governor || (top < *noun && words.contains(*governor))) return;
    const bool nominal = tree_.is_any(top, {nmod});
    tree_.attach(*noun, governor, nominal ? nmod : obl);
    tree_.index();
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(i)))
        if (!words.contains(child)) tree_.attach(child, *noun, tree_.relation(child));
    }
    tree_.attach(words.first, *noun, case_);
    for (std::uint32_t i = words.first + 1; i < words.last; ++i)
      tree_.attach(i, words.first, fixed);
    tree_.index();
  }

  /// "in accordance" and "with X" at the same verb: the noun among the preposition's words.
  std::uint32_t apart(TokenRange words, std::uint32_t noun) const {
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (tree_.is_any(i, {obl, nmod, advmod}) && tree_.head(i) == tree_.head(noun)) return i;
    return noun;
  }

  /// "The statement specifies ...", read as a noun with a relative clause that has no pronoun.
  void raise_main_verb() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (!tree_.is(i, acl) || !is_finite(tree_, i)) continue;
      const std::uint32_t noun = *tree_.head(i);
      if (tree_.head(noun) || noun > i || !tree_.is_nominal(noun) || has_subject(i)) continue;
      bool relative = false;
      for (std::uint32_t j = noun; j < i; ++j) relative = relative || is_relative_word(tree_, j);
      if (relative || tree_.has(noun, cop)) continue;
      tree_.attach(i, std::nullopt, root);
      for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(noun)))
        if (child > i && child != i && !tree_.below(child, i))
          tree_.attach(child, i, tree_.relation(child));
      tree_.rehang(noun, i, nsubj);
      return;
    }
  }

  /// "The fire, which broke out at noon, destroyed ten houses", read as a fire destroyed.
  void raise_past() {
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      const bool past = tree_.xpos(i) == Xpos::vbn && tree_.has(i, obj) && !tree_.has(i, aux);
      if (!past || !tree_.is_any(i, {acl, advcl}) || tree_.word(i - 1) != ",") continue;
      std::uint32_t noun = *tree_.head(i);
      const std::optional<std::uint32_t> clause = tree_.child(noun, acl_relcl);
      if (tree_.relation(noun) == acl_relcl) noun = *tree_.head(noun);
      const bool closed = clause ? *clause < i : noun != *tree_.head(i);
      if (!closed || tree_.head(noun) || !tree_.is_nominal(noun) || tree_.has(noun, cop)) continue;
      tree_.attach(i, std::nullopt, root);
      for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(noun)))
        if (child > i) tree_.attach(child, i, tree_.relation(child));
      return tree_.rehang(noun, i, nsubj);
    }
  }

  /// "Was the bridge built by X?", "Is the embassy in Oslo?", read as "was the bridge": the noun is
  /// the subject of what is attached to it.
  void turn_questions() {
    if (!tree_.is_question()) return;
    for (std::uint32_t noun = 0; noun < tree_.size(); ++noun) {
      const std::optional<std::uint32_t> be = tree_.child(noun, cop);
      if (!be || *be > noun || !tree_.is_nominal(noun) || has_subject(noun)) continue;
      const std::optional<std::uint32_t> said = what_is_asked(noun);
      if (said) return turn(noun, *be, *said);
    }
  }

  std::optional<std::uint32_t> what_is_asked(std::uint32_t noun) const {
    for (const std::uint32_t child : tree_.children(noun)) {
      if (child < noun) continue;
      const bool participle = tree_.xpos(child) == Xpos::vbn || tree_.xpos(child) == Xpos::vbg;
      if (tree_.relation(child) == acl && participle && !tree_.has(child, mark)) return child;
      if (tree_.relation(child) == nmod && tree_.has(child, case_) &&
          tree_.word(*tree_.child(child, case_)) != "of")
        return child;
    }
    return std::nullopt;
  }

  void turn(std::uint32_t noun, std::uint32_t be, std::uint32_t said) {
    const bool verbal = tree_.upos(said) == Upos::verb;
    const bool passive = tree_.xpos(said) == Xpos::vbn;
    tree_.attach(said, tree_.head(noun), tree_.relation(noun));
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(noun)))
      if (child != said && tree_.is_any(child, {advmod, punct, obl, advcl, conj}))
        tree_.attach(child, said, tree_.relation(child));
    tree_.attach(be, said, !verbal ? cop : passive ? aux_pass : aux);
    tree_.attach(noun, said, passive && verbal ? nsubj_pass : nsubj);
    tree_.index();
  }

  /// "told the council that ...": a clause of the verb, not of the council.
  void report_to_listener() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::optional<std::uint32_t> word = tree_.child(i, mark);
      if (!tree_.is(i, acl) || !word || tree_.word(*word) != "that" || !has_subject(i)) continue;
      const std::uint32_t listener = *tree_.head(i);
      const std::optional<std::uint32_t> verb = tree_.head(listener);
      if (!verb || !tree_.is_any(listener, {obj, iobj}) || !has_listener(tree_.lemma(*verb)))
        continue;
      tree_.rehang(i, *verb, ccomp);
    }
  }

  bool has_subject(std::uint32_t i) const { return tree_.has(i, nsubj) || tree_.has(i, csubj); }

  Tree& tree_;
};

}  // namespace

bool is_finite(const Tree& tree, std::uint32_t i) {
  const auto& tag = tree.xpos(i);
  if (tag == Xpos::vbz || tag == Xpos::vbd || tag == Xpos::vbp || tag == Xpos::md) return true;
  return std::any_of(tree.children(i).begin(), tree.children(i).end(), [&](std::uint32_t child) {
    return tree.is_any(child, {aux, cop}) && is_finite(tree, child);
  });
}

bool is_relative_word(const Tree& tree, std::uint32_t i) {
  const auto& tag = tree.xpos(i);
  return tag == Xpos::wdt || tag == Xpos::wp || tag == Xpos::wp_poss || tag == Xpos::wrb;
}

Tree repaired_tree(const Sentence& sentence) {
  Tree tree(sentence);
  if (tree.size() > 0) TreeRepair(tree).run();
  return tree;
}

}  // namespace dossier::extract::clause
