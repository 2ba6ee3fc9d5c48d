// SPDX-License-Identifier: Apache-2.0
// What an office document says about itself: docProps/core.xml, meta.xml.
#pragma once

#include <string>

#include "extract/reader/source_text.h"

namespace dossier::extract {

class ZipDocument;

/// Title, first author and date of creation. The date is the file's, so that one in the text
/// outweighs it. Nothing when the document has no such part.
StatedFacts document_properties(const ZipDocument& file, const std::string& path);

}  // namespace dossier::extract
