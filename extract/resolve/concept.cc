// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/concept.h"

#include <algorithm>

#include "extract/lexicon/known_names.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/parts_of.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

bool is_determiner(const Token& token) {
  if (token.xpos == Xpos::dt || token.xpos == Xpos::pdt || token.xpos == Xpos::prp_poss ||
      token.xpos == Xpos::wp_poss)
    return true;
  return token.text == "such" || token.text == "Such";
}

/// Inside a phrase an apostrophe is mostly one: "the engineers' plan".
bool is_quote(const Token& token) {
  return token.text != "'" && token.text != "’" && extract::is_quote(token.text);
}

bool is_common_plural(const Token& token) {
  return token.xpos == Xpos::nns || token.xpos == Xpos::vbg || token.xpos == Xpos::vbn;
}

/// A phrase of more words is cut after its head.
constexpr std::uint32_t kLongestLabel = 12;

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// "Up" of "Step Up is a film": a common word with a capital of its own, as titles have it.
bool is_title_word(const Token& token) {
  const bool common = token.upos == Upos::noun || token.upos == Upos::adp ||
                      token.upos == Upos::verb || token.upos == Upos::adv;
  return common && token.text.size() > 1 && is_capital(token.text[0]) &&
         !is_capital(token.text[1]) && Lexicon::builtin().word(to_lower(token.text)).known();
}

std::string form(const Sentence& sentence, std::uint32_t i, std::uint32_t head) {
  const Token& token = sentence.tokens[i];
  if (i == head && token.xpos == Xpos::nns && !token.lemma.empty()) {
    // A capital of a name part survives lemmatising.
    std::string lemma = token.lemma;
    const bool upper = is_capital(token.text[0]);
    // "Tarvos won": a name, though it looks like a plural.
    if (upper && i == 0 && !Lexicon::builtin().word(lemma).known()) return token.text;
    const bool capital = upper && i > 0;
    if (capital && lemma[0] >= 'a' && lemma[0] <= 'z')
      lemma[0] = static_cast<char>(lemma[0] - 'a' + 'A');
    return lemma;
  }
  const bool opens = i == 0 || (i == 1 && is_quote(sentence.tokens[0]));
  const bool country = find_country(token.text).form != CountryForm::none;
  const bool title = i + 1 < sentence.tokens.size() && is_title_word(sentence.tokens[i + 1]);
  if (opens && !country && !title && !token.xpos.is(Xpos::nnp) && token.text.size() > 1 &&
      !is_capital(token.text[1])) {
    std::string text = token.text;
    if (is_capital(text[0])) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  }
  return token.text;
}

}  // namespace

namespace {

/// The words of the phrase from `range.first`, with the word at `singular` as its lemma.
std::string label_of(const Sentence& sentence, const Argument& argument, TokenRange range,
                     std::uint32_t singular) {
  if (range.last - range.first > kLongestLabel)
    range.last = std::max(argument.head + 1, range.first + 1);
  std::string result;
  std::uint32_t last = range.first;  // word written
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Token& token = sentence.tokens[i];
    if (is_quote(token)) continue;
    const bool blank = !result.empty() && sentence.tokens[last].span.end < token.span.begin;
    result += (blank ? " " : "") + form(sentence, i, singular);
    last = i;
  }
  return plain_typography(result);
}

TokenRange without_determiners(const Sentence& sentence, const Argument& argument) {
  TokenRange range = argument.tokens;
  const auto hyphen_follows = [&](std::uint32_t i) { return sentence.tokens[i + 1].text == "-"; };
  while (range.first < argument.head && !hyphen_follows(range.first) &&
         (is_determiner(sentence.tokens[range.first]) ||
          sentence.tokens[range.first].upos == Upos::punct ||
          is_quote(sentence.tokens[range.first])))
    ++range.first;
  return range;
}

/// "34" of "34 per cent stake", which tells what stake it is.
bool is_share(const Sentence& sentence, std::uint32_t i) {
  while (i < sentence.tokens.size() && sentence.tokens[i].upos == Upos::num) ++i;
  if (i >= sentence.tokens.size()) return false;
  const std::string& unit = sentence.tokens[i].text;
  return unit == "%" || unit == "per" || unit == "percent";
}

/// "40" of "a 40 megawatt station", of which there is one.
bool is_measure(const Sentence& sentence, std::uint32_t i, std::uint32_t noun) {
  const std::string number = to_lower(sentence.tokens[i].text);
  return sentence.tokens[noun].xpos == Xpos::nn && number != "one" && number != "1";
}

/// "two" of `noun`, and "about" of "about two".
bool is_counting(const Sentence& sentence, std::uint32_t i, std::uint32_t noun) {
  const Token& token = sentence.tokens[i];
  const bool compound = i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].text == "-";
  if (compound) return false;  // "a 20-minute talk"
  if (token.upos == Upos::num) return !is_share(sentence, i) && !is_measure(sentence, i, noun);
  return token.head > static_cast<std::int32_t>(i) &&
         sentence.tokens[static_cast<std::size_t>(token.head)].upos == Upos::num;
}

}  // namespace

std::string concept_label(const Sentence& sentence, const Argument& argument) {
  const bool gerund = is_common_plural(sentence.tokens[argument.head]) &&
                      sentence.tokens[argument.head].xpos != Xpos::nns;
  return label_of(sentence, argument, without_determiners(sentence, argument),
                  gerund ? argument.tokens.last : argument.head);
}

std::string individual_label(const Sentence& sentence, const Argument& argument) {
  TokenRange range = without_determiners(sentence, argument);
  // "two thirds of the land", "nine" of "Six men died, nine were hurt"
  const auto part = noun_of_part(sentence, argument.head);
  while (!part && range.first < argument.head && is_counting(sentence, range.first, argument.head))
    ++range.first;
  const std::string label = label_of(sentence, argument, range, range.last);
  if (!part || *part > argument.head) return label;
  const Token& counted = sentence.tokens[*part];
  return label + " " + (label == "one" ? counted.lemma : counted.text);
}

}  // namespace dossier::extract::resolve
