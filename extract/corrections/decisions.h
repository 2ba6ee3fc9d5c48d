// SPDX-License-Identifier: Apache-2.0
// All decisions of a knowledge base: what names mean under them, and how they change a document.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dossier/quad.h"
#include "extract/corrections/decision.h"
#include "extract/graph/graph_reader.h"

namespace dossier::extract {

/// Documents are read as if nobody had decided anything, then changed by each decision in turn; so
/// a decision taken back leaves what would have been without it. Immutable.
class Decisions {
 public:
  Decisions() = default;
  explicit Decisions(std::vector<Decision> decisions);

  bool empty() const { return decisions_.empty(); }
  /// By number.
  const std::vector<Decision>& all() const { return decisions_; }

  /// The entity that would have `name` without decisions.
  Term origin(const Term& entity, const std::string& name) const;
  /// What an entity has been merged into; itself if it has not.
  Term current(Term entity) const;
  /// Whether a decision names it.
  bool concern(const Term& entity) const;
  /// The label of an entity a decision names, as it was before; empty for others.
  std::string label(const Term& entity) const;
  /// The thing of this name that a decision names; `fits` is asked about its classes.
  std::optional<Term> named(const std::string& name,
                            const std::function<bool(const std::vector<Term>&)>& fits) const;

  /// Applies the decisions to the quads of one document, all in `graph`. The result also has the
  /// changes made, as quads of the graph of decisions.
  std::vector<Quad> apply(const std::vector<Quad>& quads, const Term& graph) const;

 private:
  std::vector<Decision> decisions_;
};

}  // namespace dossier::extract
