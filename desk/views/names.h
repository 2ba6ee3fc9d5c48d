// SPDX-License-Identifier: Apache-2.0
// What people call things. Private to desk/.
#pragma once

#include <map>
#include <optional>

#include "dossier/document_view.h"

namespace dossier {

/// Names of terms, each looked up once. For one thread; the knowledge base must outlive it.
class Namer {
 public:
  Namer(const KnowledgeBase& kb, const QueryOptions& options);

  NamedTerm operator()(const Term& term);
  std::optional<NamedTerm> operator()(const std::optional<Term>& term);

 private:
  NamedTerm look_up(const Term& term);

  QueryOptions options_;
  PreparedQuery labels_, classes_;
  std::map<Term, NamedTerm> known_;
};

/// The last part of an IRI, "_" as spaces, escapes undone.
std::string local_name(const std::string& iri);

}  // namespace dossier
