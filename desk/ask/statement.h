// SPDX-License-Identifier: Apache-2.0
// Turns a question into the statement that would answer it: "Whom did Keller meet in Oslo?" into
// "Keller did meet the person in Oslo." So the clause reader, which reads statements, reads it.
// Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/ask/names.h"
#include "desk/ask/question.h"
#include "extract/document.h"

namespace dossier::asking {

struct Statement {
  Wanted wanted = Wanted::thing;
  std::string text;  ///< ends with a stop
  /// Bytes of the words that stand for what is asked; none of "when" and "where".
  std::optional<std::pair<std::size_t, std::size_t>> placeholder;
  /// The verb as typed behind "did": its base form, whatever the analyser thinks; else "".
  std::string base_verb;
  std::vector<std::string> noun_words;  ///< of "which Arab countries", as written
  std::vector<std::string> of_words;    ///< of "how many members of the crew": "the", "crew"
  bool person = false;                  ///< who
  bool whether = false;                 ///< a statement to be judged: "is it true that ..."
  std::string measure;                  ///< "high" of "how high"
  bool also_time = false;               ///< "..., and when?"
  bool also_place = false;
  bool else_ = false;
  bool now = false;                   ///< "now", "today", "currently"
  bool describe = false;              ///< "Who is X?": X is the statement's subject
  std::vector<std::string> excluded;  ///< "besides X": the words behind
  Reading::Pick pick = Reading::Pick::all;
};

/// "The war will end." for "The war did end.", which may be read without a verb; none without
/// "did".
std::optional<Statement> with_will(Statement statement);

/// None when the words are no question. `sentence` has tags; `names` are its names.
std::optional<Statement> statement_of(const extract::Sentence& sentence,
                                      const std::vector<FoundName>& names);

}  // namespace dossier::asking
