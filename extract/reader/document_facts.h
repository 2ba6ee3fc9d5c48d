// SPDX-License-Identifier: Apache-2.0
// What a document says of itself: of what its lines tell and what its format declares, the surer.
#pragma once

#include "extract/document.h"
#include "extract/reader/header.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Sets headline, date, place, publisher and the message of a document whose text is there.
void take_metadata(const HeaderFacts& facts, const StatedFacts& stated, Document& document);

}  // namespace dossier::extract
