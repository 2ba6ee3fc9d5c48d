// SPDX-License-Identifier: Apache-2.0
// Where the names of a person stand, seen from a pronoun: signs of whether they are meant, beside
// what the reading model makes of the words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// Of one entity, over all its mentions.
struct PronounSigns {
  bool before = false;       ///< named in the pronoun's sentence, in front of it
  bool behind = false;       ///< named in the pronoun's sentence, behind it
  bool last_before = false;  ///< named in the sentence before
  bool nearest = false;      ///< nobody else who may be meant is named between
  bool goes_on = false;      ///< subject of the same sentence, and the pronoun is a subject, too
  bool parallel = false;     ///< likewise, of the sentence before
  bool owns = false;         ///< the pronoun is a possessive below the verb that this is subject of

  void add(const PronounSigns& other);
  /// By what factor they make it likelier; of the signs alone.
  float factor() const;
};

/// By the names that the fitting knows them by. "far" is none of the three that tell a near place.
using NamedSigns = std::array<std::pair<std::string_view, bool>, 7>;
NamedSigns named_signs(const PronounSigns& signs);

/// Of a mention in this sentence or one before. Sentences are numbers in `analysis`.
PronounSigns signs_of(const Analysis& analysis, const PronounReading& reading,
                      const PronounReading::Candidate& candidate);

/// Of a pronoun in this sentence or the one before, at `token`, that is a subject of the word
/// `verb` or none (-1): its entity is spoken of there as by a name.
PronounSigns signs_of_pronoun(const Analysis& analysis, const PronounReading& reading,
                              std::uint32_t sentence, std::int32_t verb);

/// How likely what the model reads makes it, beside signs: the model is too sure of itself.
float tempered(float probability);

}  // namespace dossier::extract::resolve
