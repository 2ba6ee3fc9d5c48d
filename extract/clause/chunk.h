// SPDX-License-Identifier: Apache-2.0
// Base phrases: cuts the tagged words of a sentence into noun phrases, verb groups, prepositions
// and what is between them. Phrases are not nested; attachment is decided later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::clause {

enum class Kind : std::uint8_t {
  noun,          ///< "the Russian peacekeepers", "Foreign Minister Sergey Lavrov", "he"
  verb,          ///< "has not been signed", "to send"
  preposition,   ///< "of", "according to"
  adjective,     ///< predicative: "very important"
  adverb,        ///< also fixed phrases: "in detail"
  time,          ///< a time expression that is not part of a noun phrase
  subordinator,  ///< "that", "if", "because"
  relative,      ///< "who", "which", "where" after a noun
  wh,            ///< "what", "how" that asks
  conjunction,   ///< "and", "or", "as well as"
  comma,
  there,    ///< existential
  bracket,  ///< ( ... ), whole
  stop,     ///< every other mark
};

/// The words of a verb group other than its verb.
struct VerbGroup {
  std::uint32_t main = 0;  ///< token of the main verb
  std::string lemma;       ///< with its particle: "carry_out"
  bool finite = false;
  bool infinitive = false;  ///< "to send"
  bool bare = false;        ///< "send", base form without a subject's agreement
  bool gerund = false;      ///< "sending"
  bool participle = false;  ///< "sent", alone
  bool passive = false;
  bool perfect = false;
  bool negated = false;
  bool past = false;
  bool singular = false;  ///< agrees with a singular subject ("has", "was")
  bool plural = false;    ///< agrees with a plural subject ("are", "were")
  bool copula = false;    ///< the main verb is "be"
  bool would = false;
  Modality modality = Modality::asserted;
};

struct Chunk {
  Kind kind = Kind::stop;
  TokenRange tokens;
  std::uint32_t head = 0;  ///< token of the noun, preposition, ...
  std::string word;        ///< noun: the head's lemma; else the words in lower case joined by "_"

  // Noun phrases.
  std::optional<std::uint32_t> mention;  ///< the sentence's mention the head belongs to
  MentionType type = MentionType::unknown;
  bool pronoun = false;  ///< personal or demonstrative, alone
  bool plural = false;
  bool determined = false;  ///< starts with a determiner or possessive
  bool negative = false;    ///< "no", "neither"

  VerbGroup verb;
};

/// The chunks of `range`, in order, without gaps but for quotation marks.
std::vector<Chunk> chunks_of(const Sentence& sentence, TokenRange range);

/// Which mention each token belongs to; the longest where mentions overlap.
std::vector<std::optional<std::uint32_t>> mention_of_tokens(const Sentence& sentence);

/// ASCII letters in lower case.
std::string lower(std::string_view word);
bool is_noun_tag(std::string_view xpos);
bool is_adjective_tag(std::string_view xpos);
bool is_verb_tag(std::string_view xpos);
bool is_quote(std::string_view text);

/// The sentence as the chunkers see it.
struct ChunkInput {
  const Sentence& sentence;
  TokenRange range;
  std::vector<std::optional<std::uint32_t>> mentions;  ///< by token
  std::vector<std::string> words;                      ///< lower case, by token

  const std::string& xpos(std::uint32_t i) const { return sentence.tokens[i].xpos; }
  bool inside(std::uint32_t i) const { return i < range.last; }
};

/// The noun phrase or predicative adjective that starts at `i`; none when neither does.
std::optional<Chunk> read_noun_phrase(const ChunkInput& input, std::uint32_t i);
/// The verb group that starts at `i`; none when no verb does.
std::optional<Chunk> read_verb_group(const ChunkInput& input, std::uint32_t i);

}  // namespace dossier::extract::clause
