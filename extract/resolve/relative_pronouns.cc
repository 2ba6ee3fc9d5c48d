// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/relative_pronouns.h"

#include <algorithm>
#include <optional>

#include "extract/sentence_tree.h"

namespace dossier::extract {

namespace {

/// Words between a relative pronoun and the verb of its clause, at most: "of whose many sons".
constexpr int kMostSteps = 6;

/// "Was he a man who lies?" and "He is not a man who lies" do not say what he is.
bool states_what_it_is(const Sentence& sentence, std::uint32_t predicate) {
  const auto asks_or_denies = [&](const Token& token) {
    return token.text == "?" || (hangs_on(token, predicate, Relation::advmod) &&
                                 (token.lemma == "not" || token.lemma == "never"));
  };
  const std::vector<Token>& tokens = sentence.tokens;
  return std::none_of(tokens.begin(), tokens.end(), asks_or_denies) &&
         has_child(sentence, predicate, Relation::cop);
}

/// Of "Berg is a writer": "Berg" for "writer".
std::optional<std::uint32_t> subject_of(const Sentence& sentence, std::uint32_t predicate) {
  if (!states_what_it_is(sentence, predicate)) return std::nullopt;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
    if (hangs_on(sentence.tokens[i], predicate, Relation::nsubj)) return i;
  return std::nullopt;
}

/// The noun that the clause of a relative pronoun belongs to.
std::optional<std::uint32_t> noun_of(const Sentence& sentence, std::uint32_t pronoun) {
  if (!sentence.tokens[pronoun].xpos.is(Xpos::w)) return std::nullopt;
  auto at = static_cast<std::int32_t>(pronoun);
  for (int steps = 0; at >= 0 && steps < kMostSteps; ++steps) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(at)];
    if (token.relation == Relation::acl_relcl && token.head >= 0)
      return static_cast<std::uint32_t>(token.head);
    at = token.head;
  }
  return std::nullopt;
}

/// Individuals have a span only.
TokenRange words_of(const Sentence& sentence, const Mention& mention) {
  TokenRange words;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!mention.span.contains(sentence.tokens[i].span)) continue;
    if (words.empty()) words.first = i;
    words.last = i + 1;
  }
  return words;
}

/// Whether the word is one of a name, or heads the words of something without a name.
bool is_meant(const Sentence& sentence, const Mention& mention, std::uint32_t noun) {
  if (mention.tokens.contains(noun)) return true;
  const TokenRange words = words_of(sentence, mention);
  return !words.empty() && head_of(sentence, words) == noun;
}

/// "Who" means people, or bodies that act; "where" and "which" mean none.
bool agrees(const Token& pronoun, MentionType type) {
  const bool is_person = type == MentionType::person;
  if (pronoun.lemma == "where") return is_place(type) || type == MentionType::organization;
  if (pronoun.lemma == "which") return !is_person;
  if (pronoun.lemma == "who" || pronoun.lemma == "whom") return !is_place(type);
  return true;
}

const Mention* meant_by(const Sentence& sentence, std::uint32_t pronoun) {
  for (const std::uint32_t noun : antecedents_of(sentence, pronoun)) {
    for (const Mention& mention : sentence.mentions) {
      if (!mention.entity || !agrees(sentence.tokens[pronoun], mention.type)) continue;
      if (is_meant(sentence, mention, noun)) return &mention;
    }
  }
  return nullptr;
}

Mention mention_of(const Sentence& sentence, std::uint32_t pronoun, const Mention& antecedent) {
  Mention mention = antecedent;
  mention.tokens = {pronoun, pronoun + 1};
  mention.span = sentence.tokens[pronoun].span;
  mention.text = sentence.tokens[pronoun].text;
  mention.title.clear();
  mention.sieve = Sieve::relative_pronoun;
  mention.antecedent = antecedent.span;
  return mention;
}

void resolve_in(Sentence& sentence) {
  std::vector<Mention> found;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i)
    if (const Mention* antecedent = meant_by(sentence, i))
      found.push_back(mention_of(sentence, i, *antecedent));
  sentence.mentions.insert(sentence.mentions.end(), found.begin(), found.end());
}

}  // namespace

std::vector<std::uint32_t> antecedents_of(const Sentence& sentence, std::uint32_t pronoun) {
  const auto noun = noun_of(sentence, pronoun);
  if (!noun) return {};
  const Token& token = sentence.tokens[*noun];
  if (token.relation == Relation::appos && token.head >= 0)
    return {*noun, static_cast<std::uint32_t>(token.head)};
  if (const auto subject = subject_of(sentence, *noun)) return {*noun, *subject};
  return {*noun};
}

void resolve_relative_pronouns(Analysis& analysis) {
  for (Sentence& sentence : analysis.sentences) resolve_in(sentence);
}

}  // namespace dossier::extract
