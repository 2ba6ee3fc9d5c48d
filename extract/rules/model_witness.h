// SPDX-License-Identifier: Apache-2.0
// What a sentence itself says for or against a relation that the reading model reads in it.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/document.h"

namespace dossier::extract::rules {

enum class Witness : std::uint8_t {
  words,  ///< a word of the property in the sentence: lexicon/data/relation_words.tsv
  tree,   ///< the tree joins the mentions
  both,
};

/// The word that a relative clause is about, if `pronoun` is the relative pronoun of one: "Anna" of
/// "Anna, who lives ...".
std::optional<std::uint32_t> antecedent_of(const Sentence& sentence, std::uint32_t pronoun);

/// How the verbs between the mentions say it: denied, planned, claimed by somebody. None if the
/// sentence lacks this witness, or if the verbs leave open whether it is so: below a denial, an
/// order.
std::optional<Claim> witnessed(const Sentence& sentence, const RelationReading& reading,
                               Witness witness);

}  // namespace dossier::extract::rules
