// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/model_witness.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/word_table.h"
#include "extract/resolve/relative_pronouns.h"
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

/// "Known as the chairman of": what stands behind "as" is said of the subject.
bool calls_its_subject(const Sentence& sentence, const Path& path, std::uint32_t verb) {
  return std::any_of(path.begin(), path.end(), [&](std::uint32_t word) {
    if (sentence.tokens[word].head != static_cast<std::int32_t>(verb)) return false;
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
      return token.head == static_cast<std::int32_t>(word) && token.lemma == "as";
    });
  });
}

/// "Cousin", for a marriage.
bool is_other_kin(const Token& token, const WordSet& words) {
  static const WordSet kin("nouns", "kin");
  return kin.contains(token.lemma) && !tells(words, token);
}

/// Whether on the way from one mention to the other stand only nouns and words that tell.
bool joins(const Sentence& sentence, const Path& path, const WordSet& words) {
  if (path.empty() || path.size() > kLongestPath + 1) return false;
  return std::none_of(path.begin(), path.end(), [&](std::uint32_t word) {
    const Token& token = sentence.tokens[word];
    if (is_other_kin(token, words)) return true;
    return token.upos == Upos::verb && !tells(words, token) &&
           !lends_its_subject(sentence, path, word, words) &&
           !calls_its_subject(sentence, path, word);
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
  std::vector<TokenRange> places{mention};
  for (const std::uint32_t word : antecedents_of(sentence, mention.first))
    places.push_back({word, word + 1});
  return places;
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

/// Whether a word that tells stands between the mentions, or above the object: "born" of "born on
/// 3 May 1950 in Yantai, China".
bool stands_above(const Sentence& sentence, const RelationReading& reading, const Path& path,
                  const WordSet& words) {
  const auto tells_it = [&](std::uint32_t word) { return tells(words, sentence.tokens[word]); };
  for (const std::uint32_t word : path)
    if (is_other_kin(sentence.tokens[word], words)) return false;
  if (std::any_of(path.begin(), path.end(), tells_it)) return true;
  auto at = static_cast<std::int32_t>(reading.object.last) - 1;
  for (std::size_t steps = 0; at >= 0 && steps < sentence.tokens.size(); ++steps) {
    if (tells_it(static_cast<std::uint32_t>(at))) return true;
    at = sentence.tokens[static_cast<std::size_t>(at)].head;
  }
  return false;
}

bool has_witness(const Sentence& sentence, const RelationReading& reading, const Path& path,
                 Witness witness) {
  const WordSet words("relation_words", reading.property);
  const auto stands_in_it = [&] {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                       [&](const Token& token) { return tells(words, token); });
  };
  const auto above = [&] { return stands_above(sentence, reading, path, words); };
  const auto tree = [&] {
    return joins(sentence, path, words) || stands_behind(sentence, reading, words);
  };
  switch (witness) {
    case Witness::words:
      return stands_in_it();
    case Witness::above:
      return above();
    case Witness::tree:
      return tree();
    case Witness::above_or_tree:
      return above() || (tree() && stands_in_it());
    case Witness::words_and_tree:
      return tree() && stands_in_it();
  }
  return false;
}

}  // namespace

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
