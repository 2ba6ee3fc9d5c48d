// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/named_by.h"

#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "Carlo Berg, a senator and scientist who left": he, not a senator and a scientist. "Norwave, the
/// largest firm, which left": Norwave.
std::optional<std::uint32_t> bearer(const Tree& tree, std::uint32_t noun) {
  const std::optional<std::uint32_t> above = tree.head(noun);
  if (!above || *above > noun || !tree.is(noun, appos) || tree.mention(noun)) return std::nullopt;
  const Mention* name = tree.mention(*above);
  const bool body = name && name->type == MentionType::organization && is_group(tree, noun);
  return tree.names_person(*above) || body ? above : std::nullopt;
}

/// "an agency, Shelton Media": the name.
std::uint32_t named_beside(const Tree& tree, std::uint32_t noun) {
  for (const std::uint32_t child : tree.children(noun))
    if (tree.is(child, appos) && child > noun && tree.mention(child)) return child;
  return noun;
}

}  // namespace

std::optional<std::uint32_t> nominal_subject(const Tree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head))
    if (tree.is(child, nsubj) && tree.relation(child) != nsubj_outer) return child;
  return std::nullopt;
}

std::uint32_t named_by(const Tree& tree, std::uint32_t noun) {
  if (tree.is(noun, xcomp) && !tree.has(*tree.head(noun), obj))  // "became a player"
    return nominal_subject(tree, *tree.head(noun)).value_or(noun);
  if (const auto person = bearer(tree, noun)) return *person;
  if (tree.mention(noun)) return noun;  // "Her best book is Tides, published in 1738"
  for (const std::uint32_t child : tree.children(noun))
    if (tree.is(child, appos) && child == noun + 1 && tree.names_person(child)) return child;
  const std::optional<std::uint32_t> subject = nominal_subject(tree, noun);
  if (!tree.has(noun, cop) || !subject || tree.upos(*subject) == Upos::det) return noun;
  // "works at an agency, Acme, founded in 1990", "is in a town built by miners"
  if (tree.has(noun, case_)) return named_beside(tree, noun);
  const std::string& word = tree.word(*subject);
  if (word == "it" || word == "this" || word == "that" || word == "these" || word == "those")
    return noun;
  for (const std::uint32_t child : tree.children(noun))
    if (is_negator(tree.word(child))) return noun;
  return tree.is_question() ? noun : *subject;
}

std::optional<std::uint32_t> doer_beside(const Tree& tree, std::uint32_t participle) {
  const std::uint32_t noun = *tree.head(tree.first_conjunct(participle));
  if (tree.xpos(participle) == Xpos::vbg && is_lived_noun(tree.lemma(noun))) {
    if (const auto owner = tree.child(noun, nmod_poss)) return owner;
    const std::optional<std::uint32_t> verb = tree.head(noun);
    return verb && tree.is_any(noun, {obj, obl}) ? tree.child(*verb, nsubj) : std::nullopt;
  }
  // "X is a club based in Oslo", not "the only club based in Oslo", "one of the clubs"
  const bool aside = tree.word(tree.extent(participle).first) == ",";
  return aside || is_indefinite(tree, noun) ? named_by(tree, noun) : noun;
}

}  // namespace dossier::extract::clause
