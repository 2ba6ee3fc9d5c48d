// SPDX-License-Identifier: Apache-2.0
// Carries decisions out over a whole knowledge base, and takes them back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "extract/decide/decision.h"

namespace dossier::extract {

/// Within one transaction, which must outlive it.
class DecisionWork {
 public:
  explicit DecisionWork(Transaction& transaction) : transaction_(transaction) {}

  /// Changes every graph concerned and writes down how.
  void carry_out(const Decision& decision);
  /// Undoes what carry_out() wrote down. Decisions of higher numbers must be taken back before.
  void take_back(const Decision& decision);
  void write(const Decision& decision);
  void erase(const Decision& decision);

  /// A named graph, or the default graph.
  TripleSet graph(const std::optional<Term>& name);

 private:
  std::vector<std::optional<Term>> graphs_of(const Decision& decision);
  /// The triples about `thing` alone.
  TripleSet triples_about(const Term& thing, const std::optional<Term>& graph);
  void change(const Decision& decision, const std::optional<Term>& graph);

  Transaction& transaction_;
};

/// Forgets how a document's graph was changed: it is about to be replaced or dropped.
void drop_changes(Transaction& transaction, const Term& document);

}  // namespace dossier::extract
