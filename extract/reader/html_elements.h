// SPDX-License-Identifier: Apache-2.0
// What tag names and attributes say about the place of a text on its page.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "extract/reader/html_blocks.h"

namespace dossier::extract {

bool breaks_line(std::string_view element);  ///< p, div, li, td, ...
bool is_left_out(std::string_view element);  ///< script, nav, footer, form, ...
/// A role that says navigation, and the like.
bool is_left_out_role(std::string_view role);
/// A class or id with a word such as "menu", "breadcrumb", "share".
bool is_boilerplate(std::string_view class_or_id);

using HtmlAttributes = std::map<std::string, std::string>;

/// The value of an attribute; empty when not given.
std::string value(const HtmlAttributes& attributes, const std::string& name);
/// Whether an element is a note to the text, as books mark them (EPUB, DPUB-ARIA).
bool is_footnote(const HtmlAttributes& attributes);
/// Whether a browser shows nothing of an element.
bool is_hidden(const HtmlAttributes& attributes);
/// Whether an element is boilerplate by its class or id. Never the page or its main part.
bool marks_boilerplate(std::string_view element, const HtmlAttributes& attributes);
/// Whether an element holds who wrote the page, or when: rel="author", class="byline",
/// itemprop="datePublished".
std::optional<HtmlOrigin::Kind> origin_kind(const HtmlAttributes& attributes);
/// "[12]": the mark of a note.
bool is_note_mark(std::u32string_view text);
/// "1", "12", "*": the mark of a note where it is raised and linked.
bool is_note_number(std::u32string_view text);
/// An arrow alone: a link from a note to where it is cited.
bool is_way_back(std::u32string_view text);

}  // namespace dossier::extract
