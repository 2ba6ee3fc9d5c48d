// SPDX-License-Identifier: Apache-2.0
// Repairs of conditions without "if": "Had the valve been closed, the tank would have held", "Were
// the bank to fail, the state would pay".
#include "extract/clause/repair.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

class ConditionRepair {
 public:
  explicit ConditionRepair(Tree& tree) : tree_(tree) {}

  void run() {
    const bool had = tree_.word(0) == "had", were = tree_.word(0) == "were";
    if ((!had && !were) || tree_.is_question()) return;
    const std::optional<std::uint32_t> comma = first_comma();
    const std::optional<std::uint32_t> result = comma ? what_follows(*comma) : std::nullopt;
    const std::optional<std::uint32_t> verb =
        result ? (had ? participle(*comma) : infinitive(*comma)) : std::nullopt;
    const std::optional<std::uint32_t> subject = verb ? subject_before(*verb) : std::nullopt;
    if (subject) part(*verb, *subject, *result);
  }

 private:
  std::optional<std::uint32_t> first_comma() const {
    for (std::uint32_t i = 1; i < tree_.size(); ++i)
      if (tree_.word(i) == ",") return i;
    return std::nullopt;
  }

  /// "would have held": the verb of "would", "could" or "might".
  std::optional<std::uint32_t> what_follows(std::uint32_t comma) const {
    for (std::uint32_t i = comma + 1; i < tree_.size(); ++i)
      if (tree_.xpos(i) == Xpos::md && tree_.is(i, aux)) return tree_.head(i);
    return std::nullopt;
  }

  std::optional<std::uint32_t> participle(std::uint32_t comma) const {
    for (std::uint32_t i = 2; i < comma; ++i) {
      const bool past = tree_.xpos(i) == Xpos::vbn || tree_.xpos(i) == Xpos::vbd;
      if (past && tree_.upos(i) == Upos::verb) return i;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> infinitive(std::uint32_t comma) const {
    for (std::uint32_t i = 3; i < comma; ++i)
      if (tree_.word(i - 1) == "to" && tree_.xpos(i) == Xpos::vb) return i;
    return std::nullopt;
  }

  /// The noun of which all words in front of the verb are, but for the verb's own.
  std::optional<std::uint32_t> subject_before(std::uint32_t verb) const {
    std::optional<std::uint32_t> subject;
    for (std::uint32_t i = 1; i < verb; ++i) {
      const std::optional<std::uint32_t> above = tree_.head(i);
      if (above && *above != 0 && *above < verb) continue;
      if (!tree_.is_nominal(i)) continue;
      if (subject) return std::nullopt;
      subject = i;
    }
    return subject;
  }

  void part(std::uint32_t verb, std::uint32_t subject, std::uint32_t result) {
    const bool passive = tree_.has(verb, aux_pass);
    if (tree_.below(result, verb)) {
      tree_.attach(result, tree_.head(verb), tree_.relation(verb));
      for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(verb)))
        if (child > result) tree_.attach(child, result, tree_.relation(child));
    }
    tree_.attach(verb, result, advcl);
    tree_.attach(0, verb, aux);
    for (std::uint32_t i = 1; i < verb; ++i)
      if (tree_.head(i) == 0U) tree_.attach(i, verb, tree_.relation(i));
    tree_.rehang(subject, verb, passive ? nsubj_pass : nsubj);
  }

  Tree& tree_;
};

}  // namespace

void repair_conditions(Tree& tree) {
  if (tree.size() > 4) ConditionRepair(tree).run();
}

}  // namespace dossier::extract::clause
