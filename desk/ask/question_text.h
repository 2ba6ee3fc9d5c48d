// SPDX-License-Identifier: Apache-2.0
// A question as it is typed, and as it is read. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "desk/ask/names.h"
#include "desk/ask/statement.h"
#include "extract/document.h"

namespace dossier::asking {

/// The question with its names as the knowledge base writes them: "the icrc" as "the ICRC".
std::string with_names_as_written(const std::string& question, const extract::Sentence& sentence,
                                  const std::vector<FoundName>& names);
/// "Director-General" as two words: a title, not a compound of the sentence.
std::string without_hyphens_in_titles(std::string text);
/// "how many", "which city": what is asked for, to show.
std::string asked_word(const Statement& statement);

}  // namespace dossier::asking
