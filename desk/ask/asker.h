// SPDX-License-Identifier: Apache-2.0
// Answers one question. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/ask/answer_rows.h"
#include "desk/ask/names.h"
#include "desk/ask/passage_terms.h"
#include "desk/ask/patterns.h"
#include "desk/ask/reading.h"
#include "desk/ask/statement.h"
#include "dossier/ask.h"

namespace dossier::asking {

class Asker {
 public:
  Asker(const KnowledgeBase& kb, const AskRequest& request, const QueryOptions& options);
  Answers run();
  Answers only_text();

 private:
  std::optional<Statement> read_statement();
  std::string with_first_step(const std::string& question);
  void answer(const Statement& statement);
  void count_times();
  void search_text();
  void name_unread();

  // ladder.cc: facts with the question's relation, or what means about the same.
  /// The other words of the question stand in the fact's sentence; else elsewhere in its document.
  bool climb(const Reading& reading, bool in_sentence);
  bool climb_also(const Statement& statement, Reading reading);
  std::vector<Tightness> tightnesses(const Reading& reading) const;
  Found run_attempt(const Reading& reading, const Attempt& attempt, const Tightness& tightness,
                    std::string& pattern);
  Found run_pattern(const Reading& reading, const std::string& pattern, AnswerPart part);
  bool take(Found found, const std::string& step, const std::string& pattern);
  bool numbers_of_sentences(const Reading& reading);
  bool times_of_sentences(const Reading& reading);
  /// clause_answers.cc. Where the words of the question may stand; `loosely`: around the sentence,
  /// with a pronoun, "the company" or nothing at their place of the clause.
  enum class Reach : std::uint8_t { sentence, around, loosely };
  bool clauses_of_sentences(const Reading& reading, Reach reach = Reach::sentence);
  void read_again(Found& found, const Reading& reading, const std::vector<Term>& sentences,
                  Reach reach);
  bool headline_event(const Reading& reading);  ///< headline_event.cc
  bool circumstance(const Reading& asked);
  bool lasted(const Reading& reading);
  bool other_way(const Reading& reading);
  bool other_way_loosely(const Reading& reading);
  bool opposite(const Reading& reading);
  /// happened.cc
  bool happened(const Reading& reading);
  bool happened_there(const Reading& reading, const std::vector<Term>& things);
  std::vector<FactRow> facts_at(FactsRequest request, const Reading& reading);
  bool near_answer(const Reading& reading);     ///< near_answers.cc
  bool passage_answer(const Reading& reading);  ///< passage_answers.cc
  using ScoredAnswer = std::pair<double, Answer>;
  std::vector<ScoredAnswer> passages(const Reading& reading, const std::vector<PassageTerm>& terms,
                                     const std::string& search);
  bool has_unknown_name();
  void add_following(std::vector<Term>& sentences);
  bool answer_strictly(const Statement& statement, Reading& reading);
  /// happened_to.cc
  bool happened_to(const Reading& reading);
  std::vector<Term> sentences_naming(const Phrase& phrase, std::size_t most);
  void resolve_descriptions(Reading& reading);

  // templates.cc: posts, attributes, what somebody said.
  bool say(const Reading& reading);
  bool said_what(const Reading& reading);
  /// `near`: what is said in the sentence behind one with the words of the question, too.
  std::string said_pattern(const Reading& reading, const Role& speaker, bool near);
  Found said_sentences(const std::string& pattern, const Role& speaker);
  bool said_who(const Reading& reading);
  bool attribute_question(const Reading& reading);
  bool copula(const Reading& reading);
  bool post(const Reading& reading, const Phrase& phrase, const Role* holder);
  bool other_holder(const Reading& reading, const std::vector<std::string>& title,
                    const std::vector<Term>& than, const std::vector<std::string>& about = {});
  bool title_holder(const Reading& reading, const Phrase& phrase);
  bool state(const Reading& reading, const Role* subject, const Role* attribute);
  bool describe(const Reading& reading, const Phrase& phrase);
  bool property_values(const Reading& reading, const std::string& noun,
                       const std::vector<Term>& things);
  bool run_relations(const Reading& reading, const std::string& step, std::vector<Term> relations,
                     const std::vector<Term>& subjects, const std::vector<Term>& objects,
                     AnswerPart part);

  const Relations& relations();

  const KnowledgeBase& kb_;
  const AskRequest& request_;
  QueryOptions options_;
  Prefixes prefixes_;
  NameFinder names_;
  std::optional<Relations> relations_;
  std::vector<std::string> words_;     ///< of the question, that carry something
  std::optional<Found> not_asserted_;  ///< the first that was found without an answer
  Answers not_asserted_as_;
  Answers out_;
};

}  // namespace dossier::asking
