// SPDX-License-Identifier: Apache-2.0
// "Where was the mayor who opened the bridge born?": who opened it, then where that one was born.
// Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/ask/question_tokens.h"

namespace dossier::asking {

/// A question in a question.
struct TwoSteps {
  std::string first;          ///< "Who opened the bridge?"
  std::string before, after;  ///< of the answer: "Where was", "born"
};

/// Reading a question costs more than looking for a word that may describe somebody.
bool may_have_two_steps(const std::string& question);
/// None when no phrase of the question is described by who does or did something.
std::optional<TwoSteps> two_steps(const std::vector<Word>& words);

}  // namespace dossier::asking
