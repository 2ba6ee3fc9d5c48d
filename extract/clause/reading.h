// SPDX-License-Identifier: Apache-2.0
// What all readers of one sentence share: its predicates, their governors and their subjects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/clause/tree.h"
#include "extract/clause/verb_form.h"

namespace dossier::extract::clause {

/// How a predicate is attached to the one that governs it.
enum class Link : std::uint8_t {
  main,        ///< from none
  aside,       ///< "..., Lavrov said": parataxis
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
  const char* construction = "main";
};

struct Reading {
  const Tree& tree;
  std::vector<Predicate> predicates;  ///< in the order of their heads
  std::vector<std::optional<std::size_t>> by_token;

  const Predicate* at(std::uint32_t token) const {
    return by_token[token] ? &predicates[*by_token[token]] : nullptr;
  }
};

/// Finds predicates, links and subjects.
Reading read_predicates(const Tree& tree);

}  // namespace dossier::extract::clause
