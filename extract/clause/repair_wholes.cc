// SPDX-License-Identifier: Apache-2.0
// Attaches participles to a whole or a group, not to its parts.
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "a team of nurses led by Lund", "a maker of pumps based in Lima": nurses are not led one by one,
/// pumps are based nowhere.
void give_to_group(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl || tree.xpos(i) != Xpos::vbn || !tree.head(i)) return;
  const std::uint32_t many = *tree.head(i);
  const std::optional<std::uint32_t> one = tree.head(many);
  if (!one || !tree.is(many, nmod) || tree.xpos(many) != Xpos::nns || tree.has(many, det)) return;
  if (preposition(tree, many) != "of" || many > i || !tree.is_nominal(*one)) return;
  const NounClass whole = Lexicon::builtin().word(tree.lemma(*one)).noun_class;
  const NounClass part = Lexicon::builtin().word(tree.lemma(many)).noun_class;
  const std::string& word = tree.lemma(i);
  const bool led = word == "lead" || word == "head" || word == "chair" || word == "command";
  const bool seated = word == "base" || word == "headquarter";
  const bool acts = whole == NounClass::group || (seated && whole == NounClass::person);
  if (acts && (led || (seated && part != NounClass::person))) tree.rehang(i, *one, acl);
}

/// "a museum of fishing, run by Lund": the museum, as the comma says.
void give_to_whole(Tree& tree, std::uint32_t i) {
  if (tree.relation(i) != acl || tree.xpos(i) != Xpos::vbn || !tree.head(i)) return;
  const std::uint32_t of = *tree.head(i);
  const std::optional<std::uint32_t> whole = tree.head(of);
  if (!whole || of > i || !tree.is(of, nmod) || tree.mention(of) || tree.has(of, det)) return;
  const bool behind_comma = tree.word(tree.extent(i).first) == ",";
  if (behind_comma && preposition(tree, of) == "of" && tree.is_nominal(*whole))
    tree.rehang(i, *whole, acl);
}

}  // namespace

void repair_wholes(Tree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    give_to_group(tree, i);
    give_to_whole(tree, i);
  }
}

}  // namespace dossier::extract::clause
