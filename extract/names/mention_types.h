// SPDX-License-Identifier: Apache-2.0
// Predicates on mentions and tokens that several files use.
#pragma once

#include "extract/document.h"

namespace dossier::extract {

inline bool is_person(MentionType type) { return type == MentionType::person; }

inline bool opens_bracket(const Token& token) { return token.text == "(" || token.xpos == "-LRB-"; }

inline bool closes_bracket(const Token& token) {
  return token.text == ")" || token.xpos == "-RRB-";
}

}  // namespace dossier::extract
