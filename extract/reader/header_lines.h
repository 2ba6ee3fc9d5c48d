// SPDX-License-Identifier: Apache-2.0
// What single lines before the running text are.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::extract {

class Lexicon;

/// What "WORD: value" at the top describes.
enum class Field : std::uint8_t { none, date, author, place, title, other };

/// By the word before the colon.
Field field_named(std::u32string_view name);
/// "Author: Jane Doe" and the like; the value is what stands behind the colon.
Field metadata_field(std::u32string_view line, std::u32string_view& value);

/// "1. Budget", "2) Water": a numbered heading.
bool is_numbered_heading(std::u32string_view line);
/// "12:45 p.m. EST": a time of day, and no word beside it.
bool is_clock(std::u32string_view line);
/// "FOR IMMEDIATE RELEASE", "MEMORANDUM", "Contact: ...": what kind of paper it is, whom to ask.
bool is_release_line(std::u32string_view line);
/// "OPINION", "Policy brief": what kind of text it is, above or beside its headline.
bool names_kind(std::u32string_view words);
/// "No. 212 - ...", "Issue 14, Autumn 2021": which number of a paper; names it by a figure.
bool opens_issue(std::u32string_view line);
bool names_issue(std::u32string_view line);
/// "Introduction", above the first lines of a text.
bool heads_section(std::u32string_view line);
/// "Tessmar Optics a.s."
bool is_company_line(std::u32string_view line, const Lexicon& lexicon);
/// Who wrote it, when, or in which issue; not when a page was changed.
bool tells_origin(std::u32string_view line, const Lexicon& lexicon);
/// "ATTEST:", "cc:": who signs besides, or gets a copy, stands below.
bool heads_witness(std::u32string_view line);
/// "Press contact", "Media enquiries:": whom to ask stands below.
bool heads_contact(std::u32string_view line);
bool notes_change(std::u32string_view line);
/// A row of a table, or a list of who was present: no link to another page.
bool is_short_text(std::u32string_view line);
/// "Daily Press Briefing", "DEPOSITION OF WALTER PRYCE": a record of what was said, by name.
bool names_record(std::u32string_view line);

}  // namespace dossier::extract
