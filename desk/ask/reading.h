// SPDX-License-Identifier: Apache-2.0
// Reads a question as one clause, with the stages that read documents. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/ask/names.h"
#include "desk/ask/question.h"
#include "desk/ask/statement.h"

namespace dossier::asking {

/// Says no more than "which factories" asks: "the factories".
bool repeats_question(const Reading& reading, const std::string& value);
/// A text as a document of its own, up to a stage; `date` is its day, or "".
extract::Analysis analysed(const std::string& text, bool clauses, const std::string& date = {});

/// "2024-03", "2020-11-11/2020-11-12"; as written where nobody knows which year: "Dec. 27".
std::string time_words(const extract::TimeExpression& time);

/// The times that a sentence of a document of this day names.
std::vector<std::string> times_in(const std::string& sentence, const std::string& date);

/// The statement as a clause; none when the clause reader finds none in it.
std::optional<Reading> reading_of(const Statement& statement, NameFinder& names);

/// A time of the question; none when it says nothing without the day on which it is asked.
std::optional<TimeLimit> time_limit(const extract::TimeExpression& time);

/// The clause in one line: "Anna Keller visit ? (may 2024)".
std::string understood(const Reading& reading);

/// "and Kenya's water minister": its words without articles, in lower case.
std::vector<std::string> content_words(const std::string& text);
/// "water minister" of "Kenya's water minister".
std::vector<std::string> words_without_names(const Phrase& phrase);

}  // namespace dossier::asking
