// SPDX-License-Identifier: Apache-2.0
// What the question before was about and what answered it: what "she", "it", "they" and "there" may
// mean. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/ask/follow_up/asked_words.h"
#include "desk/ask/statement.h"
#include "dossier/ask.h"
#include "extract/lexicon/known_names.h"

namespace dossier::asking {

enum class Kind : std::uint8_t { person, place, other };

struct EarlierThing {
  std::string name;
  Term thing;  ///< a text for what has no name: "the bridge"
  Kind kind = Kind::other;
  extract::Gender gender = extract::Gender::unknown;
  bool answered = false;  ///< it was an answer
  bool aside = false;     ///< a place where something is: "in Oslo"
};

/// What a pronoun asks of the thing it means.
struct Sought {
  std::string word;  ///< "she"
  Kind kind = Kind::other;
  extract::Gender gender = extract::Gender::unknown;
  bool several = false;
};

/// Nothing that is known of it speaks against.
bool may_mean(const EarlierThing& one, const Sought& sought);

class Earlier {
 public:
  /// All must outlive it.
  Earlier(const KnowledgeBase& kb, const AskContext& context, NameFinder& finder,
          const QueryOptions& options);

  bool empty() const { return context_.question.empty(); }
  const AskedWords& question() const { return question_; }
  const std::vector<std::string>& answers() const { return context_.answers; }
  /// The question as a statement; none when it was none.
  const std::optional<Statement>& statement() const { return statement_; }

  /// What fits; more than one when nothing tells which.
  std::vector<EarlierThing> meant(const Sought& sought) const;
  /// "A, B and C" for "they"; "" when there was one or none.
  std::string together() const;
  EarlierThing described(const NameLink& link) const;

 private:
  void add_names();
  void add_answers();
  void add_descriptions();
  void add(EarlierThing thing);
  bool is_any(const Term& thing, const char* noun) const;

  const KnowledgeBase& kb_;
  const AskContext& context_;
  NameFinder& finder_;
  const QueryOptions& options_;
  AskedWords question_;
  std::optional<Statement> statement_;
  std::vector<EarlierThing> named_, unnamed_;
};

}  // namespace dossier::asking
