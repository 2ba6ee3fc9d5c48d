// SPDX-License-Identifier: Apache-2.0
// The second verb of a sentence that was read as a noun or an adjective: "destroyed ten houses and
// injured three men", "has 340 beds and employs 1,200 people".
#include <algorithm>
#include <string>

#include "extract/analyze/verb_spelling.h"
#include "extract/clause/repair.h"
#include "extract/sentence_tree.h"
#include "model/ascii.h"

namespace dossier::extract::clause {

using enum Relation;

namespace {

/// The verb whose object `noun`, a member of a list, is.
std::optional<std::uint32_t> verb_of_list(const Sentence& sentence, std::uint32_t noun) {
  const std::vector<Token>& tokens = sentence.tokens;
  if (tokens[noun].relation != conj || tokens[noun].head < 0) return std::nullopt;
  const Token& first = tokens[static_cast<std::size_t>(tokens[noun].head)];
  if (first.relation != obj && first.relation != obl) return std::nullopt;
  return static_cast<std::uint32_t>(first.head);
}

/// "destroyed ten houses and injured three men", read as three injured men: an adjective stands
/// behind the number or article.
bool is_joined_verb(const Sentence& sentence, std::uint32_t i) {
  const std::vector<Token>& tokens = sentence.tokens;
  const Token& token = tokens[i];
  const auto noun = static_cast<std::uint32_t>(std::max(token.head, 0));
  const bool described = token.relation == amod && noun > i + 1 && token.text.ends_with("ed");
  if (i == 0 || !described || tokens[i - 1].upos != Upos::cconj) return false;
  const auto verb = verb_of_list(sentence, noun);
  if (!verb || tokens[*verb].xpos != Xpos::vbd) return false;
  const Token& next = tokens[i + 1];
  return next.head == token.head &&
         (next.relation == det || next.relation == nummod || next.relation == nmod_poss);
}

void make_joined_verb(Sentence& sentence, std::uint32_t i) {
  Token& verb = sentence.tokens[i];
  const auto noun = static_cast<std::size_t>(verb.head);
  const std::string lower = ascii_lower(verb.text);
  const Lexicon& lexicon = Lexicon::builtin();
  auto base = spelled_base(lower, lexicon);
  if (!base) base = possible_base(lower, lexicon);
  if (!base) return;
  verb.lemma = *base;
  verb.upos = Upos::verb;
  verb.xpos = Xpos::vbd;
  verb.head = static_cast<std::int32_t>(*verb_of_list(sentence, static_cast<std::uint32_t>(noun)));
  verb.relation = conj;
  sentence.tokens[noun].head = static_cast<std::int32_t>(i);
  sentence.tokens[noun].relation = obj;
  for (Token& child : sentence.tokens)
    if (&child < &verb && child.head == static_cast<std::int32_t>(noun))
      child.head = static_cast<std::int32_t>(i);
}

/// The verb in the present that `noun` is joined to, or to the object of which it is.
std::optional<std::uint32_t> present_before(const Sentence& sentence, std::uint32_t noun) {
  const Token& token = sentence.tokens[noun];
  if (token.relation != conj || token.head < 0) return std::nullopt;
  const auto first = static_cast<std::uint32_t>(token.head);
  const std::optional<std::uint32_t> verb =
      sentence.tokens[first].xpos == Xpos::vbz ? first : verb_of_list(sentence, noun);
  return verb && sentence.tokens[*verb].xpos == Xpos::vbz ? verb : std::nullopt;
}

/// "1,200 people" behind "employs": a number or an article begins what follows.
std::optional<std::uint32_t> object_behind(const Sentence& sentence, std::uint32_t i) {
  const std::vector<Token>& tokens = sentence.tokens;
  if (i + 2 >= tokens.size()) return std::nullopt;
  const Token& next = tokens[i + 1];
  if (next.relation != det && next.relation != nummod && next.relation != nmod_poss)
    return std::nullopt;
  return next.head > static_cast<std::int32_t>(i) ? std::optional<std::uint32_t>(next.head)
                                                  : std::nullopt;
}

/// "has 340 beds and employs 1,200 people", read as beds and employs.
void take_present(Sentence& sentence, std::uint32_t i) {
  std::vector<Token>& tokens = sentence.tokens;
  Token& token = tokens[i];
  if (i == 0 || token.xpos != Xpos::nns || tokens[i - 1].upos != Upos::cconj) return;
  const auto verb = present_before(sentence, i), object = object_behind(sentence, i);
  const auto base = present_base(token.text, Lexicon::builtin());
  if (!verb || !object || !base || ascii_lower(token.text) != token.text) return;
  token.lemma = *base;
  token.upos = Upos::verb;
  token.xpos = Xpos::vbz;
  token.head = static_cast<std::int32_t>(*verb);
  tokens[*object].head = static_cast<std::int32_t>(i);
  tokens[*object].relation = obj;
}

}  // namespace

void repair_joined_verbs(Sentence& sentence) {
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (is_joined_verb(sentence, i)) make_joined_verb(sentence, i);
    take_present(sentence, i);
  }
}

}  // namespace dossier::extract::clause
