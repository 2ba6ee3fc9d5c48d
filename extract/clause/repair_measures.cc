// SPDX-License-Identifier: Apache-2.0
// Repairs of what belongs to numbers and times.
#include <algorithm>

#include "extract/clause/repair.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// "faces up to 85 years": "up to" belongs to the number, which is what is faced.
void join_up_to(Tree& tree, std::uint32_t up) {
  if (tree.word(up) != "up" || up + 2 >= tree.size() || tree.word(up + 1) != "to") return;
  const bool number = tree.upos(up + 2) == Upos::num || tree.xpos(up + 2) == Xpos::currency;
  const std::optional<std::uint32_t> verb = tree.head(up);
  const std::optional<std::uint32_t> noun = tree.head(up + 1);
  if (!number || !verb || !noun || *noun < up || tree.head(*noun) != verb) return;
  if (!tree.is(*noun, obl) || tree.has(*verb, obj) || tree.upos(*verb) != Upos::verb) return;
  tree.attach(up, *noun, advmod);
  tree.attach(up + 1, up, fixed);
  tree.rehang(*noun, *verb, obj);
}

bool has_time(const Tree& tree, std::uint32_t verb) {
  return std::any_of(
      tree.children(verb).begin(), tree.children(verb).end(),
      [&](std::uint32_t child) { return tree.is(child, obl) && tree.time(child).has_value(); });
}

/// Whether the clause at `verb` only describes the noun in front: "gunmen wearing uniforms", "men
/// armed with knives"; not "a bridge built in 1936".
bool describes(const Tree& tree, std::uint32_t verb) {
  if (tree.relation(verb) != acl || tree.has(verb, mark) || tree.has(verb, aux)) return false;
  return tree.xpos(verb) == Xpos::vbg ||
         (tree.xpos(verb) == Xpos::vbn && is_stative_participle(tree.word(verb)));
}

/// "were abducted by gunmen wearing uniforms in August": that is when they were abducted.
void raise_time(Tree& tree, std::uint32_t i) {
  if (!tree.is(i, obl) || !tree.time(i) || !tree.head(i)) return;
  const std::uint32_t participle = *tree.head(i);
  if (participle > i || !describes(tree, participle)) return;
  const std::uint32_t noun = *tree.head(participle);
  const std::optional<std::uint32_t> verb = tree.head(noun);
  if (!verb || *verb > noun || tree.upos(*verb) != Upos::verb || has_time(tree, *verb)) return;
  if (!tree.is_any(noun, {obj, obl}) || !is_finite(tree, *verb)) return;
  if (tree.extent(i).last == tree.extent(participle).last) tree.rehang(i, *verb, obl);
}

}  // namespace

void repair_measures(Tree& tree) {
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    join_up_to(tree, i);
    raise_time(tree, i);
  }
}

}  // namespace dossier::extract::clause
