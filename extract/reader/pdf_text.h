// SPDX-License-Identifier: Apache-2.0
// A PDF to the text people read on its pages.
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Lines joined to paragraphs by their places on the page, words divided at line ends joined,
/// paragraphs continued over columns and pages. What repeats at the head or foot of pages stays
/// once, as boilerplate; page numbers go. Headline is what stands in the largest letters on the
/// upper half of the first page. Throws as read_pdf_pages().
SourceText pdf_text(std::string_view bytes, const std::string& source_name,
                    const ReadSettings& settings);

}  // namespace dossier::extract
