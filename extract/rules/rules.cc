// SPDX-License-Identifier: Apache-2.0
// The public handle to a set of rules: see dossier/ingest.h.
#include "dossier/ingest.h"
#include "extract/rules/rule_set.h"

namespace dossier {

namespace {

using extract::rules::RuleSet;

std::shared_ptr<const RuleSet> shipped() {
  static const auto set = std::make_shared<const RuleSet>(extract::rules::builtin_rules());
  return set;
}

}  // namespace

Rules::Rules() : set_(shipped()) {}

Rules Rules::with_folder(const std::string& folder) {
  std::vector<extract::rules::RuleText> texts = extract::rules::builtin_rules();
  for (extract::rules::RuleText& text : extract::rules::rules_in(folder))
    texts.push_back(std::move(text));
  return Rules(std::make_shared<const RuleSet>(std::move(texts)));
}

}  // namespace dossier
