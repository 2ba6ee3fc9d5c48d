// SPDX-License-Identifier: Apache-2.0
#include "extract/record/relation_labels.h"

#include <algorithm>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/past_form.h"

namespace dossier::extract {

std::string relation_label(std::string_view local_name, bool verbal) {
  std::string label(local_name);
  std::replace(label.begin(), label.end(), '_', ' ');
  const std::string verb = label.substr(0, label.find(' '));
  if (!verbal || !Lexicon::builtin().word(verb).verb) return label;
  return past_form(verb) + label.substr(verb.size());
}

}  // namespace dossier::extract
