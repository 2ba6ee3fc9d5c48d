// SPDX-License-Identifier: Apache-2.0
// What a question asks, between its words and the query that answers it. Private to desk/ask.
//
//   words -> names.h -> statement.h -> reading.h -> attempts.h -> patterns.h -> ask.cc
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/term.h"
#include "extract/frame.h"

namespace dossier::asking {

/// What an answer is.
enum class Wanted : std::uint8_t {
  yes_no,
  thing,
  time,
  place,
  count,
  amount,
  often,
  cause,     ///< why
  duration,  ///< how long
  manner,    ///< how
  measure,   ///< how high
};

/// A name of the question and what it may mean.
struct NameLink {
  std::string text;  ///< as the knowledge base writes it
  std::vector<Term> things;
  std::optional<bool> person = std::nullopt;  ///< none: nobody knows
};

/// A noun phrase of the question.
struct Phrase {
  std::string text;
  std::string head;                ///< the noun, in its base form
  std::vector<std::string> words;  ///< without articles and prepositions, the head included
  std::vector<Term> things;        ///< what it names or describes; empty: looked for by its words
  std::vector<NameLink> names;     ///< names in it that are not its head
  std::optional<bool> person = std::nullopt;  ///< whether `things` are people
};

struct Role {
  enum class Slot : std::uint8_t { subject, object, oblique, attribute };
  Slot slot = Slot::object;
  std::string marker;  ///< of an oblique: "with"
  Phrase phrase;
  bool wanted = false;  ///< the phrase is what is asked for
};

/// A time that the question names.
struct TimeLimit {
  std::string from, to;  ///< days; "" open
  std::string month;     ///< without a year: "-05" or "-05-02"
  std::vector<std::string> words;
};

/// The question as one clause.
struct Reading {
  Wanted wanted = Wanted::thing;
  std::string noun;                     ///< "country" of "which countries"
  std::vector<std::string> noun_words;  ///< of the phrase that is asked for: "arab", "country"
  bool person = false;                  ///< who
  std::string measure;                  ///< "high" of "how high"
  std::string verb;                     ///< "hold"
  std::string lemma;                    ///< "hold_talks"
  std::string control;                  ///< "attempt" of "attempt to hold talks"; "" without one
  bool passive = false;
  bool negated = false;
  bool copula = false;
  bool not_yet = false;  ///< asks for what is planned, hoped, possible
  std::vector<Role> roles;
  std::vector<TimeLimit> times;
  std::vector<std::string> rest;  ///< words that belong to no role: a sentence has to have them
  std::vector<Term> excluded;     ///< "besides X"
  bool else_ = false;             ///< "who else", "besides X": somebody by name
  bool now = false;               ///< "now": not what was so once
  enum class Pick : std::uint8_t { all, first, last, most } pick = Pick::all;
  std::string understood;

  const Role* find(Role::Slot slot) const {
    for (const Role& role : roles)
      if (role.slot == slot) return &role;
    return nullptr;
  }
  const Role* wanted_role() const {
    for (const Role& role : roles)
      if (role.wanted) return &role;
    return nullptr;
  }
};

}  // namespace dossier::asking
