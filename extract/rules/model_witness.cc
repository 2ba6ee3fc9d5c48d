// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/model_witness.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/rules/circumstances.h"
#include "extract/rules/tree_path.h"
#include "extract/text/unicode.h"

namespace dossier::extract::rules {
namespace {

using Path = std::vector<std::uint32_t>;

bool tells(const WordSet& words, const Token& token) {
  return words.contains(to_lower(token.lemma));
}

/// Arcs between two mentions, at most: "X, a member of the board of Y".
constexpr std::size_t kLongestPath = 5;

/// "Born" of "was born in 1950 and died in 2009": the subject is that of "died", too.
bool lends_its_subject(const Sentence& sentence, const Path& path, std::uint32_t verb,
                       const WordSet& words) {
  return std::any_of(path.begin(), path.end(), [&](std::uint32_t word) {
    const Token& token = sentence.tokens[word];
    return token.head == static_cast<std::int32_t>(verb) && token.relation == Relation::conj &&
           tells(words, token);
  });
}

/// Whether on the way from one mention to the other stand only nouns and words that tell; not
/// "cousin", for a marriage.
bool joins(const Sentence& sentence, const Path& path, const WordSet& words) {
  static const WordSet kin("nouns", "kin");
  if (path.empty() || path.size() > kLongestPath + 1) return false;
  return std::none_of(path.begin(), path.end(), [&](std::uint32_t word) {
    const Token& token = sentence.tokens[word];
    const bool decides = token.upos == Upos::verb || kin.contains(token.lemma);
    return decides && !tells(words, token) && !lends_its_subject(sentence, path, word, words);
  });
}

/// "Until his death in 1997", whatever the year hangs on in the tree.
bool stands_behind(const Sentence& sentence, const RelationReading& reading, const WordSet& words) {
  if (reading.object.first < 2) return false;
  const std::uint32_t told = reading.object.first - 2;
  const bool follows = sentence.tokens[told + 1].upos == Upos::adp;
  return follows && tells(words, sentence.tokens[told]) &&
         sentence.tokens[reading.subject.last - 1].head == static_cast<std::int32_t>(told);
}

/// A mention, and what it means if it is a relative pronoun.
std::vector<TokenRange> places_of(const Sentence& sentence, TokenRange mention) {
  const auto antecedent = antecedent_of(sentence, mention.first);
  if (!antecedent) return {mention};
  return {mention, {*antecedent, *antecedent + 1}};
}

/// The shortest way between the mentions: "who" of "Anna, who may come, was born in Rome" is Anna.
Path path_of(const Sentence& sentence, const RelationReading& reading) {
  Path shortest;
  for (const TokenRange a : places_of(sentence, reading.subject)) {
    for (const TokenRange b : places_of(sentence, reading.object)) {
      Path path = tree_path(sentence, a, b);
      if (shortest.empty() || (!path.empty() && path.size() < shortest.size()))
        shortest = std::move(path);
    }
  }
  return shortest;
}

bool is_below_negation(const Sentence& sentence, const Frame& frame) {
  const Frame* at = &frame;
  for (std::size_t steps = 0; at->governor && steps < sentence.frames.size(); ++steps) {
    at = &sentence.frames[*at->governor];
    if (at->negated) return true;
  }
  return false;
}

/// "Ordered him to move", "did not say that he moved"; not "before moving", "known as", "the first
/// to move", of which the clause stage says as little.
bool is_open(const Sentence& sentence, const Frame& frame) {
  const auto& relation = sentence.tokens[frame.head].relation;
  return frame.denied && !frame.negated &&
         (relation == Relation::xcomp || relation == Relation::ccomp ||
          is_below_negation(sentence, frame));
}

bool has_witness(const Sentence& sentence, const RelationReading& reading, const Path& path,
                 Witness witness) {
  const WordSet words("relation_words", reading.property);
  const bool by_tree = witness == Witness::words || joins(sentence, path, words) ||
                       stands_behind(sentence, reading, words);
  return by_tree && (witness == Witness::tree ||
                     std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                 [&](const Token& token) { return tells(words, token); }));
}

}  // namespace

std::optional<std::uint32_t> antecedent_of(const Sentence& sentence, std::uint32_t pronoun) {
  if (!sentence.tokens[pronoun].xpos.is(Xpos::w)) return std::nullopt;
  std::int32_t at = static_cast<std::int32_t>(pronoun);
  for (int steps = 0; at >= 0 && steps < 6; ++steps) {
    const Token& token = sentence.tokens[static_cast<std::size_t>(at)];
    if (token.relation == Relation::acl_relcl && token.head >= 0)
      return static_cast<std::uint32_t>(token.head);
    at = token.head;
  }
  return std::nullopt;
}

std::optional<Claim> witnessed(const Sentence& sentence, const RelationReading& reading,
                               Witness witness) {
  const Path path = path_of(sentence, reading);
  if (!has_witness(sentence, reading, path, witness)) return std::nullopt;
  Claim said;
  for (const Frame& frame : sentence.frames) {
    if (std::find(path.begin(), path.end(), frame.head) == path.end()) continue;
    if (is_open(sentence, frame)) return std::nullopt;
    said.negated = said.negated || frame.negated;
    if (said.modality == Modality::asserted) said.modality = modality_of(frame);
    if (!said.attributed) said.attributed = frame.attributed;
  }
  return said;
}

}  // namespace dossier::extract::rules
