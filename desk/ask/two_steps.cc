// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/two_steps.h"

namespace dossier::asking {
namespace {

bool is_verb(const Word& word) {
  return !word.name && (is_participle(word) || word.xpos == "VB" || word.xpos == "VBP");
}

/// Where the description ends: before the question's own verb, when its auxiliary stands before
/// what is described; else at the end.
std::size_t description_end(const std::vector<Word>& words, std::size_t auxiliary,
                            std::size_t begin) {
  if (!is_auxiliary(words[auxiliary])) return words.size();
  for (std::size_t i = words.size(); i-- > begin + 2;)
    if (is_verb(words[i]) && !is_auxiliary(words[i - 1]) && words[i - 1].lower != "to") return i;
  return 0;
}

}  // namespace

bool may_have_two_steps(const std::string& question) {
  return question.find(" who ") != question.npos || question.find(" that ") != question.npos ||
         question.find(" which ") != question.npos;
}

std::optional<TwoSteps> two_steps(const std::vector<Word>& words) {
  for (std::size_t who = 3; who + 2 < words.size(); ++who) {
    const bool person = words[who].lower == "who";
    const bool described = words[who - 1].upos == "NOUN" && words[who - 2].lower == "the";
    if (!described || (!person && words[who].lower != "that" && words[who].lower != "which"))
      continue;
    // "the book that X wrote" has another subject.
    if (!is_verb(words[who + 1]) && !is_auxiliary(words[who + 1]) && words[who + 1].upos != "VERB")
      continue;
    const std::size_t end = description_end(words, who - 3, who);
    if (end < who + 3) return std::nullopt;
    const std::string asked = person ? "Who" : "Which " + words[who - 1].text;
    return TwoSteps{asked + " " + joined(words, who + 1, end) + "?", joined(words, 0, who - 2),
                    joined(words, end, words.size())};
  }
  return std::nullopt;
}

}  // namespace dossier::asking
