// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/marks.h"

#include <algorithm>

#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

std::string mark_of(const Tree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head)) {
    const bool wh = tree.is(child, advmod) && tree.xpos(child) == Xpos::wrb;
    if (!tree.is(child, mark) && !wh) continue;
    const std::string result = fixed_words(tree, child);
    if (result == "if" && child > 0 && tree.word(child - 1) == "even") return "even_if";
    const bool unreal = child + 1 < tree.size() &&
                        (tree.word(child + 1) == "if" || tree.word(child + 1) == "though");
    if (result == "as" && unreal) return "as_" + tree.word(child + 1);
    // "as soon as": the clause is attached to "soon".
    const std::optional<std::uint32_t> above = tree.head(head);
    if (result == "as" && above && (tree.word(*above) == "soon" || tree.word(*above) == "long"))
      return "as_" + tree.word(*above) + "_as";
    return result;
  }
  return {};
}

bool is_inverted(const Tree& tree, const Predicate& here) {
  const std::optional<std::uint32_t> subject = tree.child(here.head, nsubj);
  return subject && !here.form.words.empty() && here.form.words.front() < *subject &&
         tree.is_any(here.form.words.front(), {aux, cop});
}

bool tells_means(const std::string& mark) {
  return mark == "by" || mark == "after" || mark == "while" || mark == "when" || mark == "since" ||
         mark == "in" || mark == "having";
}

bool is_time_mark(const std::string& mark) {
  return mark == "as_soon_as" || mark == "until" || mark == "once" || mark == "when" ||
         mark == "till" || mark == "whenever" || mark == "before";
}

bool is_accusation(const Tree& tree, const Predicate& here, const Predicate& above) {
  if (here.form.finite || here.form.infinitive || !is_accusing_verb(above.form.lemma)) return false;
  const std::string word = mark_of(tree, here.head);
  return word == "of" || word == "with" || word == "for";
}

bool is_prevention(const Tree& tree, const Predicate& here, const Predicate& above) {
  return !here.form.finite && is_preventing_verb(above.form.lemma) &&
         mark_of(tree, tree.first_conjunct(here.head)) == "from";
}

bool is_conditional_mark(const std::string& mark) {
  return mark == "if" || mark == "unless" || mark == "in_case" || mark == "provided" ||
         mark == "provided_that" || mark == "as_long_as" || mark == "lest";
}

bool is_condition(const Tree& tree, std::uint32_t clause) {
  const std::uint32_t above = *tree.head(clause);
  const std::string& noun = tree.lemma(above);
  if ((noun != "case" && noun != "event") || !tree.has(clause, nsubj)) return false;
  const std::vector<std::uint32_t>& children = tree.children(clause);
  const bool which = std::any_of(children.begin(), children.end(),
                                 [&](std::uint32_t child) { return tree.xpos(child).is(Xpos::w); });
  return preposition(tree, above) == "in" && !which;
}

bool follows_from_condition(const Reading& reading, const Predicate& here) {
  const Tree& tree = reading.tree;
  if (here.link == Link::relative || here.link == Link::participle) return false;
  for (const std::uint32_t child : tree.children(here.head)) {
    const Predicate* clause = reading.at(child);
    if (tree.is(child, advcl) && is_conditional_mark(mark_of(tree, child))) return true;
    if (tree.is(child, advcl) && clause && mark_of(tree, child).empty() &&
        is_inverted(tree, *clause))
      return true;
    const bool in_case = tree.lemma(child) == "case" || tree.lemma(child) == "event";
    if (tree.is(child, obl) && in_case && preposition(tree, child) == "in" && tree.has(child, acl))
      return true;
  }
  return false;
}

}  // namespace dossier::extract::clause
