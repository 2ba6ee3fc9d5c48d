// SPDX-License-Identifier: Apache-2.0
// Questions in plain English. Installed as <dossier/ask.h>.
//
//   for (const auto& answer : dossier::ask(kb, {.question = "Who visited Lima?"}).answers)
//     std::cout << answer.value << ": " << answer.fact.text << "\n";
//
// The question is read by the clause reader that reads documents, so that facts and questions are
// named alike. No language model is asked. Where nothing in the knowledge base answers, nothing is
// guessed: the best sentences are given as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/views.h"

namespace dossier {

/// What was asked before, so that "Where was she born?" and "When?" are understood.
struct AskContext {
  std::string question;                      ///< in full; "": nothing was asked
  std::vector<std::string> answers = {};     ///< the values that were given
  std::map<std::string, Term> choices = {};  ///< what its ambiguous names meant
};

struct AskRequest {
  std::string question;
  /// What an ambiguous name of the question means: the name as in Answers::ambiguous.
  std::map<std::string, Term> choices = {};
  std::size_t most = 20;  ///< answers, and facts of each other kind
  /// Answers::context of the question before. Only a pronoun that the question does not explain
  /// and a part that it leaves out are taken from it.
  AskContext before = {};
};

/// One value with the fact that it was read from.
struct Answer {
  std::string value;  ///< as a person says it: a name, a number with its unit, "yes"; a time as
                      ///< "2024-03-11", "2024-03" or "2024", a period as "2020-11-11/2020-11-12"
  Term term;          ///< the thing; a default term for a time, a number of facts, yes and no
  FactRow fact;       ///< says it; of a sentence that no fact was read from, without triple
};

/// A name of the question that several things have.
struct AmbiguousName {
  std::string name;
  std::vector<FoundEntity> candidates;
};

struct Answers {
  std::string question;
  std::string in_full;          ///< with what the question before says; "" when it needs nothing
  std::string unclear;          ///< what no question before explains: "she"; "" when all is clear
  std::string understood;       ///< one line: "who: ? visit Lima"; "" when it was not understood
  std::vector<Answer> answers;  ///< asserted; the best known first, each value once
  std::vector<Answer> denied, planned, alleged;
  std::vector<FoundSentence> text;  ///< when there are no answers: the best sentences, no facts
  std::string sparql;               ///< the query that answered, to edit and save; "" without one
  std::string step;                 ///< what was looked for: "the same relation", "a synonym: ..."
  std::vector<std::string> unread;  ///< words that had no reading
  std::vector<AmbiguousName> ambiguous;  ///< not empty: choose, then ask again; "she", too
  AskContext context;                    ///< for a question after this one
};

/// Throws Error(usage) for an empty question, one of more than 1,000 characters and a question
/// before it of more than 2,000, and what find()
/// and KnowledgeBase::query() throw. Any thread may call it.
DOSSIER_API Answers ask(const KnowledgeBase& kb, const AskRequest& request,
                        const QueryOptions& options = {});

/// One JSON object: question, in_full, unclear, understood, answers, denied, planned, alleged (each
/// a list of objects with value, iri, sentence, document, begin, end, date, confidence), text,
/// sparql, step, unread, ambiguous, context.
DOSSIER_API std::string to_json(const Answers& answers);

/// {"question": ..., "answers": [...], "choices": {NAME: IRI}}, as "context" of an answer's JSON.
DOSSIER_API std::string to_json(const AskContext& context);
/// The same back. Throws Error(usage) for any other text.
DOSSIER_API AskContext ask_context(std::string_view json);

/// Whether a line looks like a question in English rather than a query.
DOSSIER_API bool looks_like_question(std::string_view line);

}  // namespace dossier
