// SPDX-License-Identifier: Apache-2.0
// Rows of a query as answers: values as a person says them, what is asserted apart from what is
// not. Private to desk/ask.
#pragma once

#include <string>
#include <vector>

#include "desk/ask/attempts.h"
#include "desk/ask/question.h"
#include "desk/views/fact_query.h"
#include "dossier/ask.h"

namespace dossier::asking {

/// What a query gave.
struct Found {
  std::vector<Answer> answers, denied, planned, alleged;
  bool empty() const {
    return answers.empty() && denied.empty() && planned.empty() && alleged.empty();
  }
};

class AnswerReader {
 public:
  /// All must outlive it.
  AnswerReader(const KnowledgeBase& kb, const Reading& reading)
      : kb_(kb), reading_(reading), names_(kb), rows_(names_) {}

  /// `part` says what the answer of a row is.
  Found read(QueryResult& result, AnswerPart part);

 private:
  struct Row_ {
    Answer answer;
    bool named = false;
  };
  bool value_of(const Row& row, AnswerPart part, Row_& out);
  std::string words_for(const Answer& answer, AnswerPart part);
  bool name_group(Answer& answer, AnswerPart part) const;
  bool is_pronoun(const Answer& answer, AnswerPart part) const;
  bool number_of(const Term& term, std::string& value);
  bool is_named(const Term& term) const;
  void answer_yes_no(Found& found) const;
  void pick(Found& found) const;

  const KnowledgeBase& kb_;
  const Reading& reading_;
  Namer names_;
  FactRowReader rows_;
};

/// Files an answer by whether it is asserted as the question asks; what is only asked is left out.
void file_answer(Found& found, const Reading& reading, Answer answer);

/// Whether a description may be of who does something: "four engineers", "the aid group".
bool is_of_people(const std::string& text);

/// "2024-03-11", "2024-03", "2020-11-11/2020-11-12"; "" for a period without days.
std::string time_value(const Period& period);

}  // namespace dossier::asking
