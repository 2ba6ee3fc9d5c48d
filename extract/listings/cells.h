// SPDX-License-Identifier: Apache-2.0
// The words of a part of a sentence, as a cell of a row.
#pragma once

#include "extract/document.h"

namespace dossier::extract::listings {

/// Those that lie within the span; empty when there are none.
TokenRange tokens_in(const Sentence& sentence, TextSpan span);

/// The words and tags of a part as a sentence of its own, for what reads whole sentences.
Sentence part_of(const Sentence& sentence, TokenRange tokens);

/// What stands before a bracket at the end: "Petr Vanek" of "Petr Vanek (Tessmar)".
TokenRange before_bracket(const Sentence& sentence, TokenRange tokens);

/// A header's words in lower case, without brackets and what stands in them.
std::string bare_header(std::string_view header);

}  // namespace dossier::extract::listings
