// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/follow_up/asked_words.h"

#include <algorithm>
#include <array>

#include "desk/ask/question_text.h"
#include "desk/ask/reading.h"

namespace dossier::asking {

const FoundName* AskedWords::name_at(std::size_t word) const {
  for (const FoundName& name : names)
    if (name.tokens.contains(static_cast<std::uint32_t>(word))) return &name;
  return nullptr;
}

void AskedWords::replace(std::size_t begin, std::size_t end, const std::string& text) {
  const bool glued = begin < words.size() && begin < end && words[begin].glued;
  erase_words(words, begin, end);
  Word word = make_word(text, "PROPN", "NNP");
  word.name = true;
  word.glued = glued;
  insert_words(words, begin, {word});
  std::erase_if(names, [&](const FoundName& name) {
    return name.tokens.first < end && name.tokens.last > begin;
  });
  const auto less = static_cast<std::uint32_t>(end - begin);
  for (FoundName& name : names) {
    if (name.tokens.first < end) continue;
    name.tokens.first = name.tokens.first + 1 - less;
    name.tokens.last = name.tokens.last + 1 - less;
  }
}

void AskedWords::erase_first() {
  erase_words(words, 0, 1);
  std::erase_if(names, [](const FoundName& name) { return name.tokens.first == 0; });
  for (FoundName& name : names) {
    --name.tokens.first;
    --name.tokens.last;
  }
}

AskedWords asked_words(const std::string& question, NameFinder& finder) {
  const extract::Analysis analysis = analysed(without_hyphens_in_titles(question), false);
  return analysis.sentences.empty() ? AskedWords{}
                                    : asked_words(analysis.sentences.front(), finder);
}

AskedWords asked_words(const extract::Sentence& question, NameFinder& finder) {
  AskedWords out;
  out.names = finder.find(question);
  out.words = words_of(question, out.names);
  return out;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return out;
}

bool is_question_word(const Word& word) {
  static constexpr std::array<std::string_view, 9> kWords{"who",   "whom", "whose", "what", "which",
                                                          "where", "when", "why",   "how"};
  return !word.name && std::find(kWords.begin(), kWords.end(), word.lower) != kWords.end();
}

bool is_any_verb(const Word& word) {
  return !word.name && (word.upos == "VERB" || word.upos == "AUX" || is_auxiliary(word));
}

}  // namespace dossier::asking
