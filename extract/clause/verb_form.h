// SPDX-License-Identifier: Apache-2.0
// What the words of a verb group say: auxiliaries, negation, particle, voice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/clause/tree.h"

namespace dossier::extract::clause {

struct VerbForm {
  /// The words of the relation, in order: auxiliaries, "not", verb, particle.
  std::vector<std::uint32_t> words;
  std::string lemma;    ///< with its particle: "carry_out"
  bool copula = false;  ///< the head is the complement of "be": a noun, an adjective, a place
  bool finite = false;
  bool infinitive = false;  ///< "to send"
  bool gerund = false;      ///< "sending", without an auxiliary
  bool participle = false;  ///< "sent", without an auxiliary
  bool passive = false;
  bool perfect = false;
  bool past = false;
  bool negated = false;
  bool would = false;
  bool bare = false;   ///< base form without an auxiliary
  bool modal = false;  ///< brings a modality of its own
  Modality modality = Modality::asserted;
};

/// The form of the predicate at `head`.
VerbForm verb_form(const Tree& tree, std::uint32_t head);

/// Whether the word at `i` denies what it belongs to.
bool denies(const Tree& tree, std::uint32_t i);

}  // namespace dossier::extract::clause
