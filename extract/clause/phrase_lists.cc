// SPDX-License-Identifier: Apache-2.0
// The members of a list, and names that a phrase gives as examples.
#include <algorithm>

#include "extract/clause/phrase.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

bool tells_event(const Tree& tree, std::uint32_t noun, std::uint32_t place) {
  const std::string word = preposition(tree, place);
  if (word != "in" && word != "at" && word != "near" && word != "off" && word != "on") return false;
  const std::string& lemma = tree.lemma(noun);
  const bool event = Lexicon::builtin().word(lemma).noun_class == NounClass::event ||
                     verb_of_noun(lemma).has_value() || noun_takes(lemma, "against");
  if (!event || tree.mention(noun)) return false;
  for (std::uint32_t i = tree.extent(place).first; i < tree.extent(place).last; ++i)
    if (const Mention* name = tree.mention(i); name && name->type != MentionType::person)
      return true;
  return false;
}

namespace {

/// "Lund, not Berg", "the guards but not the crew": what it is set against is no member.
bool is_set_against(const Tree& tree, std::uint32_t member) {
  const std::uint32_t first = tree.extent(member).first;
  for (std::uint32_t i = first > 0 ? first - 1 : 0; i < member; ++i) {
    const bool only = tree.word(i + 1) == "only" || tree.word(i + 1) == "just";
    if (tree.word(i) == "not" && !only) return true;
    if (tree.word(i) == "rather" && tree.word(i + 1) == "than") return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> conjuncts(const Tree& tree, std::uint32_t noun) {
  std::vector<std::uint32_t> result{noun};
  for (std::size_t at = 0; at < result.size(); ++at)
    for (const std::uint32_t child : tree.children(result[at]))
      if (tree.is(child, conj) && tree.is_nominal(child) && !tree.has(child, nsubj) &&
          !tree.has(child, cop) && !is_set_against(tree, child) &&
          !(tree.mention(child) && tree.mention(child) == tree.mention(result[at])) &&
          tree.word(child - 1) != "/")  // "90 km/h"
        result.push_back(child);
  std::sort(result.begin(), result.end());
  return result;
}

namespace {

/// "the companies A, B and C": A, with B and C.
std::optional<std::uint32_t> named_members(const Tree& tree, std::uint32_t noun) {
  if (tree.xpos(noun) != Xpos::nns || tree.mention(noun)) return std::nullopt;
  for (const std::uint32_t child : tree.children(noun))
    if (tree.is(child, appos) && tree.mention(child) && tree.has(child, conj) &&
        tree.extent(child).first == noun + 1 && tree.word(noun + 1) != ":")
      return child;
  return std::nullopt;
}

/// "invited three writers: A, B and C", not "has three writers: ...".
bool lists_names(const Tree& tree, std::uint32_t noun, std::uint32_t child) {
  const std::uint32_t first = tree.extent(child).first;
  if (tree.head(noun) && tree.lemma(*tree.head(noun)) == "have") return false;
  return tree.is(child, appos) && tree.has(child, conj) && first > noun &&
         (tree.word(first) == ":" || tree.word(first - 1) == ":");
}

/// "groups including A and B", "cities such as A", "many of the cities, including A": the names,
/// which are some of them.
void add_examples(const Tree& tree, std::uint32_t noun, std::vector<Argument>& result) {
  if (tree.mention(noun)) return;
  for (const std::uint32_t child : tree.children(noun)) {
    const std::string word = preposition(tree, child);
    const bool inside = tree.relation(child) == nmod;
    if (inside && word == "of" && tree.xpos(child) == Xpos::nns) add_examples(tree, child, result);
    const bool examples = inside && (word == "including" || word == "such_as");
    if (!examples && !lists_names(tree, noun, child)) continue;
    for (const std::uint32_t name : conjuncts(tree, child))
      if (tree.mention(name)) result.push_back(phrase(tree, name));
  }
}

}  // namespace

std::vector<Argument> phrases(const Tree& tree, std::uint32_t noun) {
  std::vector<Argument> result;
  for (const std::uint32_t member : conjuncts(tree, noun)) {
    // "the owner and chairman of Acme, Carl Lund": one phrase around the name.
    if (!result.empty() && result.back().tokens.contains(member)) continue;
    const std::optional<std::uint32_t> names = named_members(tree, member);
    if (!names) {
      result.push_back(phrase(tree, member));
      add_examples(tree, member, result);
      continue;
    }
    for (const std::uint32_t name : conjuncts(tree, *names)) result.push_back(phrase(tree, name));
  }
  return result;
}

}  // namespace dossier::extract::clause
