// SPDX-License-Identifier: Apache-2.0
// The sentences behind a row of a query's result. Private to the project.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dossier/evidence.h"
#include "parser/sparql/ast.h"

namespace dossier {

class RowEvidence {
 public:
  /// `parameters` are those that the query ran with.
  RowEvidence(ast::Query query, std::map<std::string, Term> parameters);

  /// Of the facts that the query's patterns mean with the values of the row, those with at least
  /// two known places; the limits of `options` hold for each of them.
  std::vector<Evidence> of(const KnowledgeBase& kb, const Row& row,
                           const EvidenceOptions& options) const;

 private:
  ast::Query query_;
  std::map<std::string, Term> parameters_;
};

}  // namespace dossier
