// SPDX-License-Identifier: Apache-2.0
// Writes the open tuples of whole documents.
#pragma once

#include <ostream>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract {

/// One line a tuple: sentence, confidence, relation, arguments, with tabs between. Sentences must
/// have their frames; `text` is what their spans count in.
void write_open_tuples(const Analysis& analysis, std::u32string_view text, std::ostream& out);

}  // namespace dossier::extract
