// SPDX-License-Identifier: Apache-2.0
// Markdown to the text people read.
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// CommonMark with GitHub's tables, strikethrough and footnotes, read by cmark-gfm and then as a
/// page of HTML (html_text.h). Code blocks and the marks of footnotes are left out; a row of a
/// table is a paragraph. The front matter gives title, date, author and place. Throws as
/// html_text().
SourceText markdown_text(std::string_view content, const std::string& source_name,
                         const ReadSettings& settings);

}  // namespace dossier::extract
