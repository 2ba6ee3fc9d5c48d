// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/model_witness.h"

#include <algorithm>
#include <vector>

#include "extract/lexicon/lexicon.h"
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

/// "Establishment" of "Berg's order on the establishment of the Centre".
bool names_act(const Token& token) {
  if (token.upos != Upos::noun) return false;
  const NounClass of = Lexicon::builtin().word(to_lower(token.lemma)).noun_class;
  return of == NounClass::act || of == NounClass::communication || of == NounClass::event;
}

bool names_any_act(const Sentence& sentence, const Path& path, const WordSet& words) {
  return std::any_of(path.begin(), path.end(), [&](std::uint32_t word) {
    return names_act(sentence.tokens[word]) && !tells(words, sentence.tokens[word]);
  });
}

/// "Thankful" of "She is thankful to the folks at Norwave".
bool takes_another(const Sentence& sentence, const Path& path, std::uint32_t word) {
  return sentence.tokens[word].upos == Upos::adj &&
         std::any_of(path.begin(), path.end(), [&](std::uint32_t below) {
           const Token& token = sentence.tokens[below];
           return token.head == static_cast<std::int32_t>(word) && token.relation.is(Relation::obl);
         });
}

/// Whether on the way from one mention to the other stand only nouns and words that tell.
bool joins(const Sentence& sentence, const Path& path, const WordSet& words) {
  if (path.empty() || path.size() > kLongestPath + 1) return false;
  return std::none_of(path.begin(), path.end(), [&](std::uint32_t word) {
    const Token& token = sentence.tokens[word];
    if (is_other_kin(token, words)) return true;
    const bool decides = token.upos == Upos::verb || takes_another(sentence, path, word);
    return decides && !tells(words, token) && !lends_its_subject(sentence, path, word, words) &&
           !calls_its_subject(sentence, path, word);
  });
}

/// "Until his death in 1997", whatever the year hangs on in the tree.
bool stands_behind(const Sentence& sentence, const RelationReading& reading, const WordSet& words) {
  const bool is_time =
      std::any_of(sentence.times.begin(), sentence.times.end(),
                  [&](const TimeExpression& time) { return time.tokens == reading.object; });
  if (!is_time || reading.object.first < 2) return false;
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

/// What the words name, if they are a mention.
std::optional<std::uint32_t> entity_of(const Sentence& sentence, TokenRange words) {
  for (const Mention& mention : sentence.mentions)
    if (mention.tokens == words) return mention.entity;
  return std::nullopt;
}

/// Where the path turns down, to the object.
Path::const_iterator highest_of(const Sentence& sentence, const Path& path) {
  for (auto at = path.begin(); at != path.end(); ++at) {
    const auto next = at + 1;
    if (next == path.end() || sentence.tokens[*next].head == static_cast<std::int32_t>(*at))
      return at;
  }
  return path.end();
}

/// Whether the object hangs on another person than the subject: 1711 of "Lund and Berg
/// (1711-1776)", for Lund.
bool is_of_another(const Sentence& sentence, const RelationReading& reading, const Path& path) {
  const auto subject = entity_of(sentence, reading.subject);
  const auto highest = highest_of(sentence, path);
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& other) {
    if (other.type != MentionType::person || other.tokens == reading.object) return false;
    if (other.entity == subject || other.tokens == reading.subject) return false;
    return std::any_of(highest, path.end(),
                       [&](std::uint32_t word) { return other.tokens.contains(word); });
  });
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
    case Witness::tree_without_acts:
      return tree() && !names_any_act(sentence, path, words);
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
  if (!has_witness(sentence, reading, path, witness) || is_of_another(sentence, reading, path))
    return std::nullopt;
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
