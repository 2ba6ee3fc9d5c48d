// SPDX-License-Identifier: Apache-2.0
// Applies decisions to a whole knowledge base, and reverts them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "extract/corrections/decision.h"

namespace dossier::extract {

/// Within one transaction, which must outlive it.
class DecisionWork {
 public:
  explicit DecisionWork(Transaction& transaction) : transaction_(transaction) {}

  /// Changes every affected graph and records the changes.
  void apply(const Decision& decision);
  /// Changes one graph alone, which was written again, if it is affected.
  void apply_to(const Decision& decision, const Term& graph);
  /// Undoes the changes apply() recorded. Decisions with higher numbers must be reverted before.
  void revert(const Decision& decision);
  void write(const Decision& decision);
  void erase(const Decision& decision);

  /// A named graph, or the default graph.
  TripleSet graph(const std::optional<Term>& name);

 private:
  std::vector<std::optional<Term>> graphs_of(const Decision& decision);
  /// Enough of the graph for patch_of().
  TripleSet concerned(const Decision& decision, const std::optional<Term>& name);
  /// The facts read from the sentence with that relation, and what else asserts the same.
  TripleSet facts_like(const Reading& reading, const std::optional<Term>& graph);
  /// The triples about `thing` alone.
  TripleSet triples_about(const Term& thing, const std::optional<Term>& graph);
  void change(const Decision& decision, const std::optional<Term>& graph);

  Transaction& transaction_;
};

/// Erases the recorded changes of a document's graph that is about to be replaced or dropped.
void drop_changes(Transaction& transaction, const Term& document);

}  // namespace dossier::extract
