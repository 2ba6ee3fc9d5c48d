// SPDX-License-Identifier: Apache-2.0
// Repairs of who did what a passive verb says.
#include "extract/clause/phrase.h"
#include "extract/clause/repair.h"
#include "extract/clause/words.h"
#include "extract/lexicon/lexicon.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "was valued at $640,000 by Acme", "was succeeded as director by X": Acme and X did so.
void free_agent(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> amount = tree.head(i);
  if (!tree.is(i, nmod) || !tree.mention(i) || !amount || preposition(tree, i) != "by") return;
  const bool counted = tree.xpos(*amount) == Xpos::currency || tree.upos(*amount) == Upos::num ||
                       tree.has(*amount, nummod);
  const std::optional<std::uint32_t> verb = tree.head(*amount);
  if (!(counted || preposition(tree, *amount) == "as") || !verb || !tree.is(*amount, obl) ||
      !tree.has(*verb, aux_pass))
    return;
  tree.rehang(i, *verb, obl_agent);
}

/// "was forced to resign by the board": the board forced, nobody was resigned.
void free_agent_of_control(Tree& tree, std::uint32_t i) {
  const std::optional<std::uint32_t> verb = tree.head(i);
  if (!tree.is(i, obl) || !verb || !tree.is(*verb, xcomp) || preposition(tree, i) != "by") return;
  const std::uint32_t above = *tree.head(*verb);
  const bool free =
      tree.has(above, aux_pass) && tree.xpos(*verb) == Xpos::vb && !tree.has(*verb, aux_pass);
  const NounClass kind = Lexicon::builtin().word(tree.lemma(i)).noun_class;
  if (free && (tree.names_person(i) || kind == NounClass::person || kind == NounClass::group))
    tree.rehang(i, above, obl_agent);
}

}  // namespace

void repair_agents(Tree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    free_agent(tree, i);
    free_agent_of_control(tree, i);
  }
}

}  // namespace dossier::extract::clause
