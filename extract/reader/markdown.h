// Markdown's marks, blanked out in place so that every offset stays.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct MarkdownFacts {
  /// Values of the front matter ("---" ... "---") that are not empty.
  std::string title, date, author, place;
};

/// Replaces emphasis, heading and quote marks, link targets, images, code fences and the front
/// matter by spaces. Line ends stay where they are.
MarkdownFacts blank_markdown(std::u32string& text);

}  // namespace dossier::extract
