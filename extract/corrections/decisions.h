// SPDX-License-Identifier: Apache-2.0
// All decisions of a knowledge base: what names mean under them, and how they change a document.
#pragma once

#include <cstddef>
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

/// The decisions of a knowledge base for whoever needs them again and again while others write to
/// it. One thread at a time.
class DecisionReader {
 public:
  /// Those of `known`. Their text is read when it is not what it was at the last call.
  const Decisions& in(const GraphReader& known);
  /// How often the text was read.
  std::size_t readings() const { return readings_; }

 private:
  std::vector<TermId> ids_;  ///< of the triples that say them
  Decisions decisions_;
  std::size_t readings_ = 0;
};

}  // namespace dossier::extract
