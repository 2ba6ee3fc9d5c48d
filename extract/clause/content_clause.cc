// SPDX-License-Identifier: Apache-2.0
// Clauses that say what a noun is about: "the claim (that) she paid the judge".
#include "extract/clause/phrase.h"
#include "extract/clause/reading.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

bool has_relative_word(const Tree& tree, std::uint32_t clause) {
  for (std::uint32_t i = tree.extent(clause).first; i < clause; ++i)
    if (tree.xpos(i).is(Xpos::w)) return true;
  return false;
}

/// "the man the report is about"
bool has_stranded_preposition(const Tree& tree, std::uint32_t clause) {
  for (const std::uint32_t child : tree.children(clause))
    if (child > clause && tree.upos(child) == Upos::adp && tree.is_any(child, {obl, case_}))
      return true;
  return false;
}

/// Whether nothing is missing that the noun could stand for.
bool is_complete(const Tree& tree, std::uint32_t clause, bool said) {
  if (tree.has(clause, obj) || tree.has(clause, cop) || tree.has(clause, aux_pass)) return true;
  // "rumours he had resigned", but "rumours he had heard"
  const std::string& verb = tree.lemma(clause);
  return said && !is_uttering_verb(verb) && !takes_clause(verb) && !is_light_verb(verb);
}

}  // namespace

bool is_content_clause(const Tree& tree, std::uint32_t i) {
  if (!tree.is(i, acl) || !tree.has(i, nsubj)) return false;
  const std::optional<std::uint32_t> word = tree.child(i, mark);
  if (word) return tree.word(*word) == "that";
  const std::uint32_t noun = *tree.head(i);
  const Modality below = noun_clause_modality(tree.lemma(noun));
  const bool doubted = below != Modality::asserted;
  if ((!doubted && !is_proving_noun(tree.lemma(noun))) || tree.mention(noun) || noun > i)
    return false;
  const std::optional<std::uint32_t> subject = tree.child(i, nsubj);
  return *subject < i && is_complete(tree, i, below == Modality::alleged) &&
         !has_relative_word(tree, i) && !has_stranded_preposition(tree, i);
}

}  // namespace dossier::extract::clause
