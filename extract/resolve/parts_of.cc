// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/parts_of.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/sentence_tree.h"
#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

bool is_common_noun(const Token& token) {
  return token.upos == Upos::noun && (token.xpos == Xpos::nn || token.xpos == Xpos::nns);
}

/// Qualities, states, times and measures cannot.
bool is_countable(std::string_view noun) {
  static constexpr auto kNever = std::to_array<NounClass>(
      {NounClass::attribute, NounClass::feeling, NounClass::motive, NounClass::process,
       NounClass::quantity, NounClass::relation, NounClass::shape, NounClass::state,
       NounClass::substance, NounClass::time});
  if (Lexicon::builtin().is(noun, kTitle)) return true;  // "founder" is an illness first
  const NounClass of = Lexicon::builtin().word(noun).noun_class;
  return std::find(kNever.begin(), kNever.end(), of) == kNever.end();
}

namespace {

bool tells_part(const Token& token) {
  static const WordSet words("function_words", "part");
  static const WordSet nouns("nouns", "part");
  const std::string word = to_lower(token.text);
  return token.upos == Upos::num || word == "%" || words.contains(word) || nouns.contains(word) ||
         nouns.contains(to_lower(token.lemma));
}

bool tells_whole(const Token& token) {
  static const WordSet words("function_words", "whole");
  return words.contains(to_lower(token.text));
}

/// The word that "of" joins to `head` from behind.
std::optional<std::uint32_t> behind_of(const Sentence& sentence, std::uint32_t head) {
  const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
  for (std::uint32_t i = head + 2; i < count; ++i) {
    if (!hangs_on(sentence.tokens[i], head, Relation::nmod)) continue;
    for (std::uint32_t j = head + 1; j < i; ++j)
      if (hangs_on(sentence.tokens[j], i, Relation::case_) && sentence.tokens[j].text == "of")
        return i;
  }
  return std::nullopt;
}

/// "Six people died and nine were hurt": the nearest noun before that a number counts. Digits that
/// are no subject mostly measure.
std::optional<std::uint32_t> counted_before(const Sentence& sentence, std::uint32_t number) {
  const std::vector<Token>& tokens = sentence.tokens;
  const std::string& text = tokens[number].text;
  const bool digits = text[0] >= '0' && text[0] <= '9';
  if (text == "zero" || (digits && !tokens[number].relation.is(Relation::nsubj)))
    return std::nullopt;
  for (std::uint32_t i = number; i-- > 1;)
    if (tokens[i].xpos == Xpos::nns && hangs_on(tokens[i - 1], i, Relation::nummod) &&
        is_countable(to_lower(tokens[i].lemma)))
      return i;
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> noun_of_part(const Sentence& sentence, std::uint32_t head) {
  if (!tells_part(sentence.tokens[head])) return std::nullopt;
  const auto noun = behind_of(sentence, head);
  if (!noun) return is_bare_numeral(sentence, head) ? counted_before(sentence, head) : std::nullopt;
  return is_common_noun(sentence.tokens[*noun]) ? noun : std::nullopt;
}

bool is_bare_numeral(const Sentence& sentence, std::uint32_t head) {
  return sentence.tokens[head].upos == Upos::num && !has_child(sentence, head, Relation::nmod) &&
         !has_child(sentence, head, Relation::flat);
}

bool is_part_of_pronoun(const Sentence& sentence, std::uint32_t head) {
  if (!tells_part(sentence.tokens[head])) return false;
  const auto word = behind_of(sentence, head);
  return word && sentence.tokens[*word].upos == Upos::pron;
}

std::optional<Argument> whole_of(const Sentence& sentence, const Argument& argument) {
  if (!tells_whole(sentence.tokens[argument.head])) return std::nullopt;
  const auto noun = behind_of(sentence, argument.head);
  if (!noun || !argument.tokens.contains(*noun)) return std::nullopt;
  Argument whole = argument;
  whole.head = *noun;
  whole.tokens.first = argument.head + 2;
  return whole;
}

bool tells_how_many(const Token& token) {
  static const WordSet words("function_words", "part");
  return (token.relation == Relation::amod || token.relation == Relation::det) &&
         words.contains(to_lower(token.text));
}

bool is_bare_number(const Sentence& sentence, std::uint32_t head) {
  static const WordSet nouns("nouns", "part");
  const Token& token = sentence.tokens[head];
  return token.xpos == Xpos::nns && nouns.contains(to_lower(token.lemma)) &&
         !has_child(sentence, head, Relation::nmod);
}

}  // namespace dossier::extract::resolve
