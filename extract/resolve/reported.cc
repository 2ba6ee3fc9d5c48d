// SPDX-License-Identifier: Apache-2.0
// Pronouns of what somebody says of himself: "the bank denied it had helped them".
#include "extract/clause/words.h"
#include "extract/resolve/reference.h"

namespace dossier::extract::resolve {

/// The verb of saying above the clause whose subject `token`, or whose subject's owner it is.
std::optional<std::int32_t> Discourse::reported_by(std::uint32_t s, std::uint32_t token) const {
  const std::vector<Token>& tokens = analysis_.sentences[s].tokens;
  const Token* word = &tokens[token];
  if (word->relation == Relation::nmod_poss && word->head >= 0)
    word = &tokens[static_cast<std::size_t>(word->head)];
  if (!word->relation.is(Relation::nsubj) || word->head < 0) return std::nullopt;
  const Token& clause = tokens[static_cast<std::size_t>(word->head)];
  if (!clause.relation.is(Relation::ccomp) || clause.head < 0) return std::nullopt;
  const Token& verb = tokens[static_cast<std::size_t>(clause.head)];
  const bool says = clause::takes_clause(verb.lemma) && !clause::is_showing_verb(verb.lemma);
  return says && clause.head < word->head ? std::optional(clause.head) : std::nullopt;
}

/// Who says it, if the pronoun can mean him.
std::optional<Referent> Discourse::who_reports(std::uint32_t s, std::uint32_t token, Wanted wanted,
                                               Gender gender) const {
  const std::optional<std::int32_t> verb = reported_by(s, token);
  if (!verb) return std::nullopt;
  std::optional<Referent> found;
  for (const Referent& referent : referents_) {
    if (referent.sentence != s || !referent.subject || referent.verb != *verb) continue;
    if (referent.token > static_cast<std::uint32_t>(*verb) || !fits(referent, wanted, gender, s))
      continue;
    if (found && found->entity != referent.entity) return std::nullopt;  // "X and Y said it ..."
    found = referent;
  }
  return found;
}

}  // namespace dossier::extract::resolve
