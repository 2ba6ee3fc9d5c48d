// SPDX-License-Identifier: Apache-2.0
#include "extract/embedded.h"
#include "extract/rules/rule_set.h"

namespace dossier::extract::rules {

std::vector<RuleText> builtin_rules() {
  std::vector<RuleText> texts;
  for (const embedded::File& file : embedded::rules()) {
    const std::string_view stem = file.name().substr(0, file.name().rfind('.'));
    texts.push_back({std::string(stem), std::string(file.path), std::string(file.bytes)});
  }
  return texts;
}

}  // namespace dossier::extract::rules
