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
    front_never();
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_.has(i, nsubj) || tree_.has(i, expl) || tree_.has(i, csubj)) continue;
      put_place_first(i);
      take_subject(i);
      turn_participle(i);
    }
    for (std::uint32_t i = 0; i < tree_.size(); ++i) tell_of_members(i);
  }

 private:
  /// "Never before had the two met": they had not.
  void front_never() {
    if (tree_.size() < 4 || tree_.word(0) != "never") return;
    const std::uint32_t had = tree_.upos(1) == Upos::adv || tree_.word(1) == "before" ? 2 : 1;
    const std::string& lemma = tree_.lemma(had);
    if (lemma != "have" && lemma != "do") return;
    for (std::uint32_t verb = had + 2; verb < tree_.size(); ++verb) {
      const std::optional<std::uint32_t> subject = tree_.child(verb, nsubj);
      if (tree_.upos(verb) != Upos::verb || !subject || *subject < had || *subject > verb) continue;
      tree_.attach(0, verb, advmod);
      if (had == 2) tree_.attach(1, verb, advmod);
      return tree_.rehang(had, verb, aux);
    }
  }

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

  /// "Among those who signed it were Berg and Lund", "Berg was among those killed": Berg signed it,
  /// was killed.
  void tell_of_members(std::uint32_t those) {
    const std::optional<std::uint32_t> be = tree_.child(those, cop),
                                       who = tree_.child(those, nsubj);
    if (tree_.word(those) != "those" || !be || !who) return;
    const std::optional<std::uint32_t> among = tree_.child(those, case_);
    const std::optional<std::uint32_t> verb = clause_of(those);
    if (!among || tree_.word(*among) != "among" || !verb) return;
    const bool whole = tree_.relation(*verb) == acl_relcl;
    const bool passive = whole ? tree_.has(*verb, aux_pass) : tree_.xpos(*verb) == Xpos::vbn;
    tree_.attach(*verb, tree_.head(those), tree_.relation(those));
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(*verb)))
      if (tree_.is(child, nsubj)) tree_.attach(child, those, discourse);
    for (const std::uint32_t child : std::vector<std::uint32_t>(tree_.children(those)))
      if (tree_.is_any(child, {punct, mark, advmod, obl, conj, cc}))
        tree_.attach(child, *verb, tree_.relation(child));
    tree_.attach(*be, *verb, whole ? Label(discourse) : passive ? Label(aux_pass) : Label(aux));
    tree_.attach(*who, *verb, passive ? nsubj_pass : nsubj);
    tree_.rehang(those, *verb, discourse);
  }

  /// "signed" of "those who signed it", "killed" of "those killed".
  std::optional<std::uint32_t> clause_of(std::uint32_t those) const {
    for (const std::uint32_t verb : tree_.children(those)) {
      if (verb < those || tree_.upos(verb) != Upos::verb) continue;
      const std::optional<std::uint32_t> who = tree_.child(verb, nsubj);
      if (tree_.relation(verb) == acl_relcl && who && is_relative_word(tree_, *who)) return verb;
      const bool participle = tree_.xpos(verb) == Xpos::vbn || tree_.xpos(verb) == Xpos::vbg;
      if (tree_.relation(verb) == acl && participle && !tree_.has(verb, mark)) return verb;
    }
    return std::nullopt;
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
