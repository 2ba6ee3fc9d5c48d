// SPDX-License-Identifier: Apache-2.0
// Markdown's marks, blanked out in place so that every offset stays.
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// Replaces emphasis, heading and quote marks, link targets, images, code fences and the front
/// matter by spaces. Line ends stay where they are. Returns what the front matter ("---" ... "---")
/// says.
StatedFacts blank_markdown(std::u32string& text);
SourceText markdown_text(std::string_view content, const std::string& source_name,
                         const ReadSettings& settings);

}  // namespace dossier::extract
