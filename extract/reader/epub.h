// SPDX-License-Identifier: Apache-2.0
// Electronic books (EPUB 2 and 3).
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

bool opens_as_epub(std::string_view content);

/// The chapters in the order of the spine; title, first author, date and publisher as the book's
/// package states them. Left out: the table of contents and what is not in the order of reading.
/// Throws Error(input) for a damaged or protected book and one beyond the limits.
SourceText epub_text(std::string_view content, const std::string& source_name,
                     const ReadSettings& settings);

}  // namespace dossier::extract
