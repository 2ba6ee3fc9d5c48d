// SPDX-License-Identifier: Apache-2.0
// The compiled rules inside the public class Rules.
#pragma once

#include "dossier/ingest.h"
#include "extract/rules/rule_set.h"

namespace dossier::extract {

class RulesAccess {
 public:
  static const rules::RuleSet& set(const Rules& rules) { return *rules.set_; }
};

}  // namespace dossier::extract
