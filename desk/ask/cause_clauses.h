// SPDX-License-Identifier: Apache-2.0
// Causes that a clause of their own tells: "the storm forced the crew to leave", "a strike led to
// the closure of the mine". Private to desk/ask.
#pragma once

#include "desk/ask/phrase_match.h"
#include "desk/ask/question.h"

namespace dossier::asking {

/// A cause and the clause that says that it is one.
struct ToldCause {
  extract::TokenRange words;
  const extract::Frame* clause = nullptr;  ///< null when there is none
};

class CauseClauses {
 public:
  /// All must outlive it.
  CauseClauses(const Reading& reading, const extract::Sentence& parsed,
               const PhraseMatcher& phrases)
      : reading_(reading), parsed_(parsed), phrases_(phrases) {}

  /// What forced or led somebody to do what `frame` says.
  ToldCause of(const extract::Frame& frame) const;
  /// `frame` says that something led to what the question asks about, by a noun.
  ToldCause by_noun(const extract::Frame& frame) const;
  /// "The ferry was late because of fog."
  ToldCause of_state(const extract::Frame& frame) const;
  /// "What caused the fire?": why it destroyed something, all in one sentence.
  ToldCause asked_for(const extract::Frame& frame) const;

 private:
  ToldCause marked(const extract::Frame& frame) const;
  bool is_the_event(const extract::FrameArgument& argument) const;

  const Reading& reading_;
  const extract::Sentence& parsed_;
  const PhraseMatcher& phrases_;
};

/// Verbs that tell causes, for the search of sentences.
std::vector<std::string> causing_verbs();

}  // namespace dossier::asking
