// SPDX-License-Identifier: Apache-2.0
// What a sentence itself says for or against a relation that the reading model reads in it.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace dossier::extract::rules {

/// The words of a property are those of lexicon/data/relation_words.tsv.
enum class Witness : std::uint8_t {
  words,              ///< one stands in the sentence
  above,              ///< one stands above the object in the tree, or between the mentions
  tree,               ///< the tree joins the mentions
  tree_without_acts,  ///< over no noun of an act: "Berg's order on the establishment of the Centre"
  above_or_tree,      ///< and one stands in the sentence
  words_and_tree,
};

/// How the verbs between the mentions say it: denied, planned, claimed by somebody. None if the
/// sentence lacks this witness, or if the verbs leave open whether it is so: below a denial, an
/// order.
std::optional<Claim> witnessed(const Sentence& sentence, const RelationReading& reading,
                               Witness witness);

}  // namespace dossier::extract::rules
