// SPDX-License-Identifier: Apache-2.0
// What every decision begins and ends with.
#pragma once

#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/entities.h"
#include "extract/corrections/decision.h"
#include "extract/graph/graph_reader.h"

namespace dossier::extract {

/// What a decision is prepared from, before anything changes. Immutable.
struct DecisionGround {
  explicit DecisionGround(const KnowledgeBase& kb);

  /// The next one, of this kind.
  Decision next(Decision::Kind kind, const std::string& date) const;
  /// The next one about an entity. Throws Error(input) when nothing is said of it.
  Decision about(Decision::Kind kind, const Term& entity, const std::string& date) const;

  GraphReader known;
  std::vector<Decision> decisions;  ///< by number
};

EntityDecision shown(const Decision& decision);

/// Carries it out, writes it down and commits.
EntityDecision apply_decision(Transaction& transaction, const Decision& decision);

}  // namespace dossier::extract
