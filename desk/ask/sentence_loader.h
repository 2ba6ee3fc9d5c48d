// SPDX-License-Identifier: Apache-2.0
// Stored sentences with the names that stand in them, to be read again. Private to desk/ask.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "desk/ask/sentence_clauses.h"
#include "dossier/ask.h"
#include "dossier/prefixes.h"

namespace dossier::asking {

class SentenceLoader {
 public:
  /// Both must outlive it.
  SentenceLoader(const KnowledgeBase& kb, const QueryOptions& options)
      : kb_(kb), options_(options) {}

  /// An answer without a value for each, with its sentence; once.
  std::vector<Answer> load(const std::vector<Term>& sentences, const Prefixes& prefixes);
  /// What the sentence names; once for each.
  std::vector<NamedPlace> names_of(const Term& sentence) { return std::move(names_[sentence]); }
  /// The headline, five sentences before it and one behind it.
  std::string around(const FactRow& fact) const;

 private:
  void add(const Row& row);
  void add_name(const Row& row);

  const KnowledgeBase& kb_;
  const QueryOptions& options_;
  std::vector<Answer> answers_;
  std::map<Term, std::uint64_t> begins_;
  std::map<Term, std::vector<NamedPlace>> names_;
};

}  // namespace dossier::asking
