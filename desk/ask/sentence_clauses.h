// SPDX-License-Identifier: Apache-2.0
// A sentence read as the question is read: which of its clauses is the question's, and what stands
// where the question asks. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "desk/ask/question.h"
#include "extract/frame.h"
#include "extract/spans.h"

namespace dossier::asking {

/// What a place of a sentence names.
struct NamedPlace {
  extract::TextSpan span;  ///< in code points of the sentence
  Term thing;
  std::string label;
  std::vector<Term> classes;
  bool named = false;  ///< not a concept, not a thing without a name
};

struct SentenceText {
  std::string text;
  std::string date;  ///< of its document; ""
  std::vector<NamedPlace> names;
  std::string around = {};  ///< the sentences before and behind it, to look at, too; ""
  /// "It", "the company" and nothing at all may stand for what the sentences around name.
  bool loosely = false;
};

/// What a clause says where the question asks.
struct ClauseValue {
  std::string value;
  Term thing;  ///< a default term when it has no name
  bool negated = false;
  extract::Modality modality = extract::Modality::asserted;
  double confidence = 0;
};

/// In the order of the text; empty when no clause of the sentence is the question's.
std::vector<ClauseValue> clause_values(const Reading& reading, const SentenceText& sentence);

}  // namespace dossier::asking
