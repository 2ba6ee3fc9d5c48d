// SPDX-License-Identifier: Apache-2.0
// Clauses that answer a question about a verb without having that verb: "his successor is X",
// "the arrested men are X and Y", "it took four years to build". Private to desk/ask.
#pragma once

#include <optional>

#include "desk/ask/phrase_match.h"
#include "desk/ask/question.h"

namespace dossier::asking {

class OtherWords {
 public:
  /// All must outlive it.
  OtherWords(const Reading& reading, const extract::Sentence& parsed, const PhraseMatcher& phrases)
      : reading_(reading), parsed_(parsed), phrases_(phrases) {}

  /// Who does it or to whom it is done, by a noun or a participle of the verb; null without one.
  const extract::FrameArgument* holder(const extract::Frame& frame) const;
  /// How long it took: "four years to build", of talks that "broke down after nine hours".
  std::optional<extract::TokenRange> span(const extract::Frame& frame) const;
  /// What something cost, told beside what was done with it: "opened at a cost of two million
  /// dollars".
  std::optional<extract::TokenRange> price(const extract::Frame& frame) const;
  /// The clause says that the event of a question with "be" took place: "When was the match?"
  bool tells_event(const extract::Frame& frame) const;

 private:
  std::optional<extract::TokenRange> stated_price(const extract::Frame& frame,
                                                  const Phrase& what) const;
  bool is_noun_of_verb(const extract::Argument& argument) const;
  bool takes_place(const extract::Frame& frame) const;
  bool has_it_so(const extract::Frame& frame) const;
  bool has_other_phrases() const;
  bool is_done_to(const extract::Argument& argument) const;

  const Reading& reading_;
  const extract::Sentence& parsed_;
  const PhraseMatcher& phrases_;
};

/// Verbs that say how an event ended, for the search of sentences.
std::vector<std::string> ending_verbs();

}  // namespace dossier::asking
