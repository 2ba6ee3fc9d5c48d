// SPDX-License-Identifier: Apache-2.0
// OpenDocument texts (OASIS OpenDocument 1.3).
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

bool opens_as_odt(std::string_view content);

/// Paragraphs, lists, tables row by row, text boxes and notes; changes as if they were accepted.
/// Left out: comments, tables of contents. Throws Error(input) for a damaged or encrypted document
/// and one beyond the limits.
SourceText odt_text(std::string_view content, const std::string& source_name,
                    const ReadSettings& settings);

}  // namespace dossier::extract
