// SPDX-License-Identifier: Apache-2.0
// Reads a file with one sentence per line, as the benchmarks of open extraction have them.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"

namespace dossier::extract {

struct LineDocument {
  Analysis analysis;      ///< a paragraph and a sentence with its tokens for each line
  std::u32string source;  ///< the text as written; the same offsets as Document::text
};

/// Empty lines are left out. The treebanks' spellings of quotation marks and brackets (`` '' -LRB-)
/// are undone in Document::text, where they would be read as words, without moving anything. Throws
/// as read_document().
LineDocument read_lines(std::string_view bytes, const std::string& source_name);

}  // namespace dossier::extract
