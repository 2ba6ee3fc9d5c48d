// SPDX-License-Identifier: Apache-2.0
// All rules of a run: the built-in ones and those of a folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/interruption.h"
#include "extract/resolve/resolve.h"
#include "extract/rules/rule.h"

namespace dossier::extract::rules {

/// The rules shipped with the library, as texts.
std::vector<RuleText> builtin_rules();
/// The *.rq files of a folder, by name. Throws Error(input) for a folder that can't be read, or
/// that has none.
std::vector<RuleText> rules_in(const std::string& folder);

/// Compiled once; immutable, so that threads may share it.
class RuleSet {
 public:
  /// A later text of the same name replaces an earlier one. Errors as Rule::Rule().
  explicit RuleSet(std::vector<RuleText> texts, RuleLimits limits = {});

  std::size_t size() const { return rules_.size(); }
  /// Fills Sentence::typed_facts after resolve_entities(), and gives the factors that rules state.
  /// Throws what Rule::apply() and the interruption throw.
  std::vector<StatedFactor> apply(Analysis& analysis, const Resolution& resolution,
                                  const Interruption& interruption = {}) const;

 private:
  std::vector<Rule> rules_;
  RuleLimits limits_;
  std::vector<Term> constants_;
  WantedTerms wanted_;
};

}  // namespace dossier::extract::rules
