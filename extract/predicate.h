// SPDX-License-Identifier: Apache-2.0
// The predicates of a sentence: its verbs and copulas, what governs them, and their subjects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/frame.h"

namespace dossier::extract {

/// What the words of a verb group say: auxiliaries, negation, particle, voice.
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

/// How a predicate is attached to the one that governs it.
enum class Link : std::uint8_t {
  main,        ///< from none
  aside,       ///< "..., Nduka said": parataxis
  complement,  ///< "said that ..."
  controlled,  ///< "agreed to send"
  adverbial,   ///< "because ...", "helping them", "to help them"
  relative,    ///< "who ..."
  participle,  ///< "signed by X", "living in X"
  infinitive,  ///< "a plan to send"
  subject,     ///< "that he came is good"
};

struct Predicate {
  std::uint32_t head = 0;
  VerbForm form;
  Link link = Link::main;
  std::optional<std::size_t> governor;      ///< of a conjunct, what governs the first of the list
  std::optional<std::size_t> joined;        ///< the predicate it is a conjunct of
  std::optional<std::uint32_t> subject;     ///< noun: who does it, of a passive what it is done to
  std::optional<std::uint32_t> antecedent;  ///< noun its relative pronoun stands for
  Construction construction = Construction::main;
};

}  // namespace dossier::extract
