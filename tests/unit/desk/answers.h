// SPDX-License-Identifier: Apache-2.0
// What a knowledge base answers, as one text.
#pragma once

#include <string>

#include "dossier/ask.h"

namespace dossier {

/// The answers' values, "; " between them.
inline std::string answer(const KnowledgeBase& kb, const std::string& question) {
  std::string out;
  for (const Answer& one : ask(kb, {.question = question}).answers)
    out += (out.empty() ? "" : "; ") + one.value;
  return out;
}

}  // namespace dossier
