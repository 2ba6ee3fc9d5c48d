// SPDX-License-Identifier: Apache-2.0
// Title, date and author as a page's head states them.
#pragma once

#include <string>

#include "extract/reader/html_blocks.h"
#include "extract/reader/source_text.h"

namespace dossier::extract {

/// From JSON-LD (schema.org), Open Graph, Dublin Core and plain <meta>, the first <time datetime>,
/// <title> (without the site's name); the earlier named first. A damaged JSON-LD counts for
/// nothing.
StatedFacts html_facts(const HtmlPage& page);

/// The title that a page declares for others to show, by JSON-LD or Open Graph: the article's own,
/// without the site's name. Empty: none.
std::string declared_title(const HtmlPage& page);

/// The encoding a page declares in its first kilobytes, as ICU knows it; empty when it does not.
std::string declared_encoding(std::string_view bytes);

}  // namespace dossier::extract
