// SPDX-License-Identifier: Apache-2.0
// Who wrote a page, and when, by the names of its elements.
#pragma once

#include <vector>

#include "extract/reader/html_blocks.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Fills the author and the date of `facts` where they are empty: from elements behind the headline
/// (may be null), then from those before it. Blocks that are little else become boilerplate.
void take_origins(std::vector<HtmlBlock>& blocks, const HtmlBlock* headline, StatedFacts& facts);

}  // namespace dossier::extract
