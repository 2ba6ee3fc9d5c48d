// SPDX-License-Identifier: Apache-2.0
#include "extract/openie/tuple_parts.h"
#include "extract/clause/verb_form.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dossier::extract::openie {

using enum Relation;

namespace {

using clause::Reading;
using clause::Tree;

bool contains(const Words& words, std::uint32_t word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_predicate(const Tree& tree, std::uint32_t i) {
  return tree.upos(i) == Upos::verb || tree.has(i, cop) || tree.has(i, nsubj);
}

/// Dependents of a predicate noun or adjective that are not part of its phrase.
Words outside_phrase(const Tree& tree, const Predicate& predicate) {
  Words result = predicate.form.words;
  for (const std::uint32_t child : tree.children(predicate.head)) {
    const bool inside = tree.is_any(child, {det, amod, compound, nummod, nmod, flat, case_, fixed,
                                            appos, acl, goeswith}) ||
                        (tree.is(child, advmod) && child < predicate.head) ||
                        (tree.is(child, conj) && !is_predicate(tree, child)) ||
                        (tree.is_any(child, {cc, punct}) && child > predicate.head);
    if (!inside) result.push_back(child);
  }
  return result;
}

/// A participle without a mark says something of its own: a tuple, no argument.
bool is_own_statement(const Tree& tree, std::uint32_t clause) {
  const VerbForm form = clause::verb_form(tree, clause);
  return (form.gerund || form.participle) && !tree.has(clause, mark);
}

Words argument_words(const Tree& tree, const Predicate& predicate, std::uint32_t child) {
  if (tree.is_any(child, {obj, iobj, obl})) {
    const bool relative = tree.xpos(child).is(Xpos::w) && predicate.antecedent;
    return relative ? Words{} : phrase_words(tree, child, {});
  }
  if (tree.is_any(child, {ccomp, xcomp})) return all_words(tree, child);
  if (tree.is(child, advcl) && !is_own_statement(tree, child)) return all_words(tree, child);
  return {};
}

void add_parts(const Tree& tree, const Predicate& predicate, const Words& without,
               std::vector<Part>& parts) {
  for (const std::uint32_t child : tree.children(predicate.head)) {
    if (contains(without, child) || predicate.subject == child) continue;
    Words words = argument_words(tree, predicate, child);
    if (!words.empty()) parts.push_back({child, std::move(words)});
  }
}

}  // namespace

std::optional<std::size_t> carrier(const Reading& reading, const Predicate& predicate) {
  if (predicate.link != Link::controlled || predicate.joined || !predicate.governor)
    return std::nullopt;
  const Predicate& above = reading.predicates[*predicate.governor];
  if (above.subject != predicate.subject || reading.tree.head(predicate.head) != above.head)
    return std::nullopt;
  return predicate.governor;
}

Words relation_words(const Reading& reading, std::size_t p) {
  const Tree& tree = reading.tree;
  const Predicate& predicate = reading.predicates[p];
  Words words = predicate.form.words;
  const auto add = [&](const Words& more) { words.insert(words.end(), more.begin(), more.end()); };
  if (predicate.form.copula && !tree.is_nominal(predicate.head))
    add(phrase_words(tree, predicate.head, outside_phrase(tree, predicate)));
  if (const auto above = carrier(reading, predicate)) {
    add(relation_words(reading, *above));
    if (const auto word = tree.child(predicate.head, mark)) words.push_back(*word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Words subject_words(const Tree& tree, const Predicate& predicate) {
  const std::uint32_t noun = *predicate.subject;
  Words without;
  const bool own = tree.head(noun) == predicate.head;
  const bool above = is_predicate(tree, noun) && tree.below(predicate.head, noun);
  for (const std::uint32_t child : tree.children(noun)) {
    const bool clausal = tree.is(child, acl) || (tree.is(child, case_) && child < noun);
    if (clausal && !own) without.push_back(child);
    if (above && tree.is_any(child, {nsubj, cop, aux, advcl, obl, mark})) without.push_back(child);
  }
  return phrase_words(tree, noun, without);
}

std::vector<Part> parts_of(const Reading& reading, std::size_t p, const Words& relation) {
  const Tree& tree = reading.tree;
  const Predicate& predicate = reading.predicates[p];
  std::vector<Part> parts;
  if (predicate.form.copula && tree.is_nominal(predicate.head)) {
    Words words = phrase_words(tree, predicate.head, outside_phrase(tree, predicate));
    if (!words.empty()) parts.push_back({predicate.head, std::move(words)});
  }
  add_parts(tree, predicate, relation, parts);
  if (const auto above = carrier(reading, predicate)) {
    Words without = relation;
    without.push_back(predicate.head);
    add_parts(tree, reading.predicates[*above], without, parts);
  }
  std::sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
    const auto place = [&](const Part& part) {
      return std::make_tuple(part.words.front() < relation.front(), part.words.front());
    };
    return place(a) < place(b);
  });
  return parts;
}

}  // namespace dossier::extract::openie
