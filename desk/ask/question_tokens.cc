// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/question_tokens.h"

#include <algorithm>
#include <array>

#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

template <std::size_t N>
bool one_of(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 3> kDo{"do", "does", "did"};
constexpr std::array<std::string_view, 9> kModals{"will",  "would", "can",   "could", "should",
                                                  "shall", "may",   "might", "must"};
constexpr std::array<std::string_view, 3> kHave{"have", "has", "had"};
constexpr std::array<std::string_view, 4> kBe{"is", "are", "was", "were"};

/// A verb behind its subject is followed by the end, or by what can stand behind a verb.
bool may_follow_verb(const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size()) return true;
  const Word& word = words[at];
  return is_preposition(word) || begins_phrase(word) || word.upos == "ADV" || word.upos == "PUNCT";
}

/// A preposition whose noun is what is asked for: at the end, or before another one.
bool is_stranded(const std::vector<Word>& words, std::size_t at) {
  if (!is_preposition(words[at]) || words[at].xpos == "RP") return false;
  if (words[at].lower == "to" && at + 1 < words.size() && !is_preposition(words[at + 1]))
    return false;
  return at + 1 == words.size() || is_preposition(words[at + 1]) || words[at + 1].upos == "PUNCT" ||
         is_time_word(words[at + 1]);
}

}  // namespace

std::vector<Word> words_of(const extract::Sentence& sentence, const std::vector<FoundName>& names) {
  std::vector<Word> out;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const extract::Token& token = sentence.tokens[i];
    Word word{token.text,
              ascii_lower(token.text),
              token.lemma,
              token.upos.name(),
              token.xpos.name(),
              false,
              false};
    word.name = std::any_of(names.begin(), names.end(), [&](const FoundName& name) {
      return name.tokens.contains(static_cast<std::uint32_t>(i));
    });
    // "Charles Keating" is nobody's verb.
    const bool capital = i > 0 && token.text.size() > 1 && token.text[0] >= 'A' &&
                         token.text[0] <= 'Z' && token.text[1] >= 'a' && token.text[1] <= 'z';
    if (capital && token.upos == extract::Upos::verb) word.upos = word.xpos = "PROPN";
    word.glued = i > 0 && sentence.tokens[i - 1].span.end == token.span.begin;
    out.push_back(word);
  }
  while (!out.empty() &&
         (out.back().text == "?" || out.back().text == "." || out.back().text == "!"))
    out.pop_back();
  return out;
}

bool stands_at(const std::vector<Word>& words, std::size_t at,
               std::initializer_list<std::string_view> lowers) {
  if (at + lowers.size() > words.size()) return false;
  return std::equal(lowers.begin(), lowers.end(), words.begin() + static_cast<long>(at),
                    [](std::string_view a, const Word& b) { return a == b.lower; });
}

Word make_word(std::string text, std::string_view upos, std::string_view xpos) {
  return {text, text, text, upos, xpos};
}

void erase_words(std::vector<Word>& words, std::size_t begin, std::size_t end) {
  words.erase(words.begin() + static_cast<long>(begin), words.begin() + static_cast<long>(end));
}

void insert_words(std::vector<Word>& words, std::size_t at, std::initializer_list<Word> more) {
  words.insert(words.begin() + static_cast<long>(at), more);
}

bool is_do(const Word& word) { return one_of(word.lower, kDo); }
bool is_modal(const Word& word) { return !word.name && one_of(word.lower, kModals); }
bool is_have(const Word& word) { return one_of(word.lower, kHave); }
bool is_be(const Word& word) { return one_of(word.lower, kBe); }
bool is_auxiliary(const Word& word) {
  return is_do(word) || is_modal(word) || is_have(word) || is_be(word);
}

bool is_preposition(const Word& word) {
  return !word.name && (word.upos == "ADP" || word.upos == "SCONJ" || word.xpos == "TO");
}

bool is_nominal(const Word& word) {
  return word.name || word.upos == "NOUN" || word.upos == "PROPN" || word.upos == "PRON" ||
         word.upos == "NUM";
}

bool begins_phrase(const Word& word) {
  return is_nominal(word) || word.upos == "DET" || word.upos == "ADJ" || word.xpos == "PRP$";
}

bool is_time_word(const Word& word) {
  return word.lower == "last" || word.lower == "next" || word.lower == "this" ||
         word.lower == "yesterday" || word.lower == "today";
}

bool is_participle(const Word& word) {
  return !word.name && (word.xpos == "VBN" || word.xpos == "VBG" || word.xpos == "VBD");
}

bool can_be_base_verb(const Word& word) {
  return !word.name && word.text == word.lower && !is_auxiliary(word) && word.upos != "DET" &&
         word.upos != "ADP" && extract::Lexicon::builtin().word(word.lower).verb;
}

std::size_t find_verb(const std::vector<Word>& words, std::size_t auxiliary) {
  const bool base = is_do(words[auxiliary]) || is_modal(words[auxiliary]);
  const auto behind_subject = [&](std::size_t i) {
    const Word& before = words[i - 1];
    return is_nominal(before) || before.upos == "ADV" || before.lower == "not" ||
           before.upos == "ADJ";
  };
  const auto tagged = [&](const Word& word) {
    if (word.name) return false;
    if (!base) return is_participle(word);
    return word.xpos == "VB" || word.xpos == "VBP";
  };
  // "has the board been meeting": the verb stands behind "been".
  for (std::size_t i = auxiliary + 2; is_have(words[auxiliary]) && i + 1 < words.size(); ++i)
    if (words[i].lower == "been" && is_participle(words[i + 1])) return i + 1;
  for (std::size_t i = auxiliary + 2; i < words.size(); ++i)
    if (tagged(words[i]) && behind_subject(i) && (base || may_follow_verb(words, i + 1))) return i;
  if (!base) return words.size();
  for (std::size_t i = auxiliary + 2; i < words.size(); ++i) {
    if (!can_be_base_verb(words[i]) || !is_nominal(words[i - 1])) continue;
    // "did the coast guard rescue": the last of two, since "guard" may belong to the subject.
    const bool two = i + 2 == words.size() && can_be_base_verb(words[i + 1]);
    if (two) return i + 1;
    if (may_follow_verb(words, i + 1)) return i;
  }
  // "did the talks last": what ends a question with "did" behind its subject is the verb.
  const std::size_t end = words.size() - 1;
  const bool last = is_do(words[auxiliary]) && end > auxiliary + 1 && is_nominal(words[end - 1]) &&
                    !words[end].name && words[end].upos == "ADJ";
  return last ? end : words.size();
}

std::size_t phrase_end(const std::vector<Word>& words, std::size_t begin) {
  std::size_t i = begin;
  while (i < words.size()) {
    const bool inside = begins_phrase(words[i]) || words[i].xpos == "POS" ||
                        words[i].lower == "of" || words[i].xpos == "HYPH" ||
                        (i > begin && words[i].glued);
    if (!inside) break;
    // A second article begins another phrase, but not behind "of".
    const bool again = i > begin && words[i].upos == "DET" && words[i - 1].lower != "of";
    if (again) break;
    ++i;
  }
  return i;
}

std::size_t noun_end(const std::vector<Word>& words, std::size_t begin) {
  std::size_t i = begin;
  while (i < words.size() && !is_auxiliary(words[i])) {
    const Word& word = words[i];
    const bool modifier = word.xpos == "VBG" && i + 1 < words.size() && is_nominal(words[i + 1]);
    const bool verb = word.upos == "VERB" && !modifier;
    // "parties opposed": an adjective behind its noun is a verb.
    const bool taken_for_adjective = i > begin && word.upos == "ADJ" && words[i - 1].upos == "NOUN";
    if (i > begin && (verb || taken_for_adjective || is_preposition(word) || word.upos == "ADV"))
      break;
    if (i == begin && verb) break;
    ++i;
  }
  return i;
}

std::size_t behind_of_phrase(const std::vector<Word>& words, std::size_t noun) {
  if (noun >= words.size() || words[noun].lower != "of") return noun;
  std::size_t end = noun + 1;
  while (end < words.size() && !is_auxiliary(words[end])) ++end;
  const bool inverted = end + 1 < words.size() && (is_do(words[end]) || is_have(words[end])) &&
                        begins_phrase(words[end + 1]);
  return inverted ? end : noun;
}

std::size_t placeholder_place(const std::vector<Word>& words, std::size_t verb, bool preposition) {
  if (!preposition) {
    for (std::size_t i = verb + 1; i < words.size(); ++i)
      if (is_stranded(words, i)) return i + 1;
  }
  std::size_t place = verb + 1;
  // "intend to send (what) to X", but "urge (whom) to send X"
  if (place + 1 < words.size() && words[place].lower == "to" &&
      (words[place + 1].xpos == "VB" || can_be_base_verb(words[place + 1]))) {
    const bool filled = place + 2 < words.size() && begins_phrase(words[place + 2]);
    if (!filled || preposition) place += 2;
  }
  if (place < words.size() && words[place].xpos == "RP") ++place;
  // "had offices in", but "sent to X a message", which else may read as "a message to X".
  if (preposition && words[verb].lemma != "have") return place;
  if (place < words.size() && begins_phrase(words[place]) && !is_time_word(words[place]))
    return phrase_end(words, place);
  return place;
}

std::string joined(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i)
    out += (out.empty() || words[i].glued ? "" : " ") + words[i].text;
  return out;
}

}  // namespace dossier::asking
