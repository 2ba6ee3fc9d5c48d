// SPDX-License-Identifier: Apache-2.0
// Turns the triples that a rule constructs into facts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dossier/term.h"
#include "extract/document.h"
#include "extract/rules/document_graph.h"
#include "extract/rules/stated_factor.h"

namespace dossier::extract::rules {

/// Takes the triples of one run of one rule, then adds its facts to the sentences they come from.
/// What a frame denies, hopes, asks or makes a condition of stays so, whatever the rule says: a
/// rule can only say less.
class FactReader {
 public:
  FactReader(const DocumentGraph& graph, const std::string& rule) : graph_(graph), rule_(rule) {}

  void take(const Triple& triple);
  /// Appends the factors that the rule states to `factors`. Throws Error(usage) for a fact that
  /// names no frame or sentence of the document.
  void add_facts(Analysis& analysis, std::vector<StatedFactor>& factors) const;

 private:
  /// A reifier of the template with what it says.
  struct Draft {
    std::optional<Triple> fact;
    std::map<std::string, Term> says;  ///< by predicate
  };

  void add_fact(const Draft& draft, Analysis& analysis, std::vector<StatedFactor>& factors) const;
  static std::optional<double> stated_factor(const std::map<std::string, Term>& says);
  void apply_statements(const std::map<std::string, Term>& says, TypedFact& fact) const;
  std::optional<Argument> entity_argument(const Term& term) const;

  const DocumentGraph& graph_;
  const std::string& rule_;
  std::map<std::string, Draft> drafts_;  ///< by the label of the reifier's node
};

}  // namespace dossier::extract::rules
