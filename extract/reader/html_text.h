// SPDX-License-Identifier: Apache-2.0
// A page to the text people read on it.
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/read_settings.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// The blocks of <article>, of <main>, or of the whole page; headline is the <h1>.
/// Blocks that are mostly links, or named as menus and notices are, are boilerplate.
/// Throws Error(input) for content that is no text, or a page without any, and one beyond the
/// limits.
SourceText html_text(std::string_view bytes, const std::string& source_name,
                     const ReadSettings& settings);

/// The same of a page that is decoded.
SourceText page_text(const std::string& utf8, const std::string& source_name,
                     const ReadSettings& settings);

}  // namespace dossier::extract
