// SPDX-License-Identifier: Apache-2.0
// Word documents (Office Open XML, ISO/IEC 29500).
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

bool opens_as_docx(std::string_view content);

/// Paragraphs, lists, tables row by row, text boxes, footnotes and endnotes; changes as if they
/// were accepted. Left out: comments, headers and footers, tables of contents, hidden text.
/// Throws Error(input) for a damaged or encrypted document and one beyond the limits.
SourceText docx_text(std::string_view content, const std::string& source_name,
                     const ReadSettings& settings);

}  // namespace dossier::extract
