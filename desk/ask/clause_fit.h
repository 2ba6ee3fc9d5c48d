// SPDX-License-Identifier: Apache-2.0
// Whether a clause of a sentence is the question's. Private to desk/ask.
#pragma once

#include <optional>

#include "desk/ask/phrase_match.h"
#include "desk/ask/question.h"

namespace dossier::asking {

/// None for what stands behind a preposition.
std::optional<extract::ArgumentRole> role_of(Role::Slot slot);

class ClauseFit {
 public:
  /// All must outlive it.
  ClauseFit(const Reading& reading, const extract::Sentence& parsed, const PhraseMatcher& phrases)
      : reading_(reading), parsed_(parsed), phrases_(phrases) {}

  /// The question's verb, or one that means about the same; "commander of X" for "commands X".
  bool is_the_verb(const extract::Frame& frame) const;
  /// "go down" for "go", and verbs that tell such a measure: "weigh" for "heavy".
  bool tells_measure(const extract::Frame& frame) const;
  bool has_roles(const extract::Frame& frame) const;
  /// What the question has behind prepositions stands behind the same ones in the clause.
  bool has_own_obliques(const extract::Frame& frame) const;
  bool times_agree() const;

 private:
  bool is_its_post(const extract::Frame& frame) const;
  bool has_role(const extract::Frame& frame, const Role& role) const;
  bool may_have_role(const extract::Frame& frame, const Role& role) const;
  bool says_other(const extract::Frame& frame, const Role& role) const;

  const Reading& reading_;
  const extract::Sentence& parsed_;
  const PhraseMatcher& phrases_;
};

}  // namespace dossier::asking
