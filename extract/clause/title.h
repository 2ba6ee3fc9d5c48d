// SPDX-License-Identifier: Apache-2.0
// Reads a title from base phrases: "President of the International Committee of the Red Cross".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/clause/chunk.h"

namespace dossier::extract::clause {

struct Title {
  TokenRange tokens;         ///< from the title's first word to the last word of its "of" phrase
  std::string text;          ///< "Minister of Foreign Affairs", as written
  std::vector<Argument> of;  ///< whose title; more than one for "co-chairs of A and B"
  bool ended = false;        ///< "former", "previous"
  bool plural = false;
  bool bare = false;  ///< "the president": the text says elsewhere of what
  /// The mention at the end of a phrase such as "for Foreign Affairs Jonas Falk".
  std::optional<std::uint32_t> person;
  std::size_t next = 0;  ///< the chunk after the title
};

/// The title that `tokens` (words before a name, or a whole noun phrase) end with.
std::optional<Title> title_in(const Sentence& sentence, TokenRange tokens);
/// The title headed by the noun chunk `i`, with the "of" and "for" phrases after it.
std::optional<Title> title_at(const Sentence& sentence, const std::vector<Chunk>& chunks,
                              std::size_t i);

/// The words of `tokens` as written, blanks where the text has white space.
std::string words_of(const Sentence& sentence, TokenRange tokens);

}  // namespace dossier::extract::clause
