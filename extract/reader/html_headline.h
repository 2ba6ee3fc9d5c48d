// SPDX-License-Identifier: Apache-2.0
// Which block of a page is its headline.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/reader/html_blocks.h"

namespace dossier::extract {

/// A block that is left out: of links, or in an element that is named so; no heading.
bool is_boilerplate(const HtmlBlock& block);

/// The heading, line or link that the page's title tells; else the first <h1>; nullptr if there is
/// none.
const HtmlBlock* headline_of(const HtmlPage& page);

/// "Leak when reloading #14" where the page's title is "Leak when reloading - Issue 14 - Relay": as
/// far as both agree, if the title has a mark there that parts it.
std::size_t agreed_length(const HtmlPage& page, std::u32string_view heading);

}  // namespace dossier::extract
