// SPDX-License-Identifier: Apache-2.0
// What people call things. Private to desk/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/document_view.h"

namespace dossier {

/// Names of terms, each looked up once. For one thread; the knowledge base must outlive it.
class Namer {
 public:
  explicit Namer(const KnowledgeBase& kb, const QueryOptions& options = {});

  NamedTerm operator()(const Term& term);
  std::optional<NamedTerm> operator()(const std::optional<Term>& term);
  /// The label alone, of a thing or of a relation ("met with"); "" where a fact has no object, and
  /// for a default term. It lives as long as the object.
  const std::string& label(const Term& term);

 private:
  std::string find_label(const Term& term);
  std::string_view find_kind(const Term& term);

  QueryOptions options_;
  PreparedQuery labels_, classes_;
  std::map<Term, std::string> known_;
  std::map<Term, std::string> kinds_;
};

/// The last part of an IRI, "_" as spaces, escapes undone.
std::string local_name(const std::string& iri);

}  // namespace dossier
