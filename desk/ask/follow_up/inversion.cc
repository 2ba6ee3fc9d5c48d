// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/inversion.h"

#include "desk/ask/follow_up/asked_words.h"

namespace dossier::asking {
namespace {

/// "has offices", not "has visited"
bool is_main_have(const std::vector<Word>& words, std::size_t at) {
  return is_have(words[at]) && at + 1 < words.size() && begins_phrase(words[at + 1]);
}

std::string do_for(const Word& verb) {
  if (verb.xpos == "VBZ" || verb.lower == "has") return "does";
  return verb.xpos == "VBP" || verb.lower == "have" ? "do" : "did";
}

/// The first verb that says when: behind its subject.
std::size_t finite_verb(const std::vector<Word>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].name) continue;
    if (is_auxiliary(words[i])) return i;
  }
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.name || word.upos != "VERB") continue;
    if (word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP" || word.xpos == "VBN")
      return i;
  }
  return words.size();
}

}  // namespace

std::optional<std::string> inverted(const std::string& statement, NameFinder& finder,
                                    bool negated) {
  std::vector<Word> words = asked_words(statement, finder).words;
  const std::size_t verb = finite_verb(words);
  if (verb >= words.size()) return std::nullopt;
  // The first word has a capital because it began the statement.
  if (!words[0].name && words[0].upos != "PROPN") words[0].text = words[0].lower;
  std::string auxiliary = words[verb].lower;
  if (is_auxiliary(words[verb]) && !is_main_have(words, verb)) {
    erase_words(words, verb, verb + 1);
  } else {
    auxiliary = do_for(words[verb]);
    words[verb].text = is_have(words[verb]) ? "have" : words[verb].lemma;
  }
  if (negated) insert_words(words, verb, {make_word("not", "PART", "RB")});
  return auxiliary + " " + joined(words, 0, words.size());
}

}  // namespace dossier::asking
