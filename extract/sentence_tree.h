// SPDX-License-Identifier: Apache-2.0
// Questions to the tree of a sentence that stages have in common.
#pragma once

#include <cstdint>

#include "extract/document.h"

namespace dossier::extract {

bool hangs_on(const Token& token, std::uint32_t head, Relation relation);

bool has_child(const Sentence& sentence, std::uint32_t head, Relation relation);

/// The word that the others of a phrase hang on; it may hang on a word outside. Takes linear time.
std::uint32_t head_of(const Sentence& sentence, TokenRange phrase);

}  // namespace dossier::extract
