// SPDX-License-Identifier: Apache-2.0
// What a copula says: "is a port", "is in Oslo", "is home to X".
#include "extract/clause/argument_reader.h"
#include "extract/clause/argument_words.h"
#include "extract/clause/phrase.h"
#include "extract/clause/words.h"

namespace dossier::extract::clause {

using enum Relation;

void ArgumentReader::add_attribute() {
  const std::uint32_t head = predicate_.head;
  const std::string marker = preposition(tree_, head);
  const bool noun = tree_.is_nominal(head);
  if (!marker.empty() && noun) return add_place(head, marker);
  add(ArgumentRole::attribute, head, marker, 1);
  FrameArgument& attribute = result_.back();
  attribute.extent = attribute_extent(reading_, head);
  if (!noun) attribute.members = states(tree_, head);
  // "is a port, and the hotels ...": one thing is not many.
  if (noun && is_indefinite(tree_, head))
    std::erase_if(attribute.members, [&](const Argument& one) {
      return tree_.xpos(one.head) == Xpos::nns && !tree_.mention(one.head);
    });
  if (tree_.xpos(head) == Xpos::nn || tree_.has(head, nummod) || is_mutual(head)) add_carried(head);
}

/// "She is friends with X": a plural that one person is.
bool ArgumentReader::is_mutual(std::uint32_t noun) const {
  if (tree_.xpos(noun) != Xpos::nns || !is_person_noun(tree_.lemma(noun))) return false;
  return noun + 1 < tree_.size() && tree_.word(noun + 1) == "with";
}

/// "is in Oslo", "is in contact with X".
void ArgumentReader::add_place(std::uint32_t head, const std::string& marker) {
  const bool carrier = is_carrier_noun(tree_.lemma(head)) && !tree_.has(head, det);
  const std::optional<std::uint32_t> carried = carrier ? carried_phrase(tree_, head) : std::nullopt;
  if (carried)
    add(ArgumentRole::oblique, *carried,
        marker + "_" + tree_.lemma(head) + "_" + preposition(tree_, *carried), 1);
  else
    add(ArgumentRole::oblique, head, marker, 1);
  result_.back().extent = attribute_extent(reading_, head);
}

/// "is home to X", "is part of X", "is two years behind schedule".
void ArgumentReader::add_carried(std::uint32_t noun) {
  if (tree_.has(noun, det) || tree_.has(noun, nmod_poss) || tree_.has(noun, amod) ||
      tree_.mention(noun) || tree_.has(noun, compound))
    return;
  for (const std::uint32_t child : tree_.children(noun)) {
    if (tree_.relation(child) != nmod || tree_.extent(child).first != noun + 1) continue;
    if (tree_.has(noun, nummod) && preposition(tree_, child) == "of") return;
    if (!tree_.has(noun, nummod))
      result_.back().members = {Argument{{noun, noun + 1}, noun, {}, {}}};
    add(ArgumentRole::oblique, child, preposition(tree_, child), tree_.sure(child));
    return;
  }
}

}  // namespace dossier::extract::clause
