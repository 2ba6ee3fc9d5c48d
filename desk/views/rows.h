// SPDX-License-Identifier: Apache-2.0
// What views make of the rows of their queries. Private to desk/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "dossier/dossier.h"

namespace dossier {

/// The lexical form; "" for an unbound value.
std::string text_of(const RowValue& value);
/// The day of a date or a date with a time; "" for an unbound value.
std::string day_of(const RowValue& value);
/// The term; a default one for an unbound value.
Term term_of(const RowValue& value);
/// How many different rows a SELECT has.
std::uint64_t count_rows(const KnowledgeBase& kb, const std::string& select,
                         const QueryOptions& options);
/// " OFFSET 10 LIMIT 20"
std::string slice(std::size_t skip, std::size_t most);
/// The day as a term. Throws Error(usage) when it is none.
Term day_term(const std::string& text);

/// Names of things and relations as people read them, each looked up once.
class NameCache {
 public:
  /// `kb` must outlive it.
  explicit NameCache(const KnowledgeBase& kb) : kb_(kb) {}

  /// The label of a thing, the text of a literal; "" where a fact has no object, and for a default
  /// term.
  const std::string& thing(const Term& term);
  /// The label of a relation ("met with"); without one, its local name with spaces.
  const std::string& relation(const Term& term);

 private:
  std::string label_of_relation(const Term& term) const;

  const KnowledgeBase& kb_;
  std::map<Term, std::string> things_, relations_;
};

}  // namespace dossier
