// SPDX-License-Identifier: Apache-2.0
// Who holds a role and what somebody is, where a clause says it: "X, the envoy of Y". Private to
// desk/ask.
#pragma once

#include <vector>

#include "desk/ask/phrase_match.h"
#include "desk/ask/question.h"
#include "desk/ask/value_of_phrase.h"

namespace dossier::asking {

class RoleClauses {
 public:
  /// All must outlive it.
  RoleClauses(const Reading& reading, const extract::Sentence& parsed, const PhraseMatcher& phrases,
              const PhraseValues& values)
      : reading_(reading), parsed_(parsed), phrases_(phrases), values_(values) {}

  /// Of a question with "be"; empty when the clause is about something else.
  std::vector<ClauseValue> values(const extract::Frame& frame) const;

 private:
  std::vector<ClauseValue> holders(const extract::Frame& frame,
                                   const extract::FrameArgument& subject) const;

  const Reading& reading_;
  const extract::Sentence& parsed_;
  const PhraseMatcher& phrases_;
  const PhraseValues& values_;
};

}  // namespace dossier::asking
