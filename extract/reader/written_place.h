// SPDX-License-Identifier: Apache-2.0
// Places as headers write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

class Lexicon;

/// The place that ends a text standing before a date: "... Anna Berg, Oslo," gives "Oslo",
/// "Washington, DC," gives "Washington"; nothing where no place stands there.
std::optional<std::string> place_before(std::u32string_view head, const Lexicon& lexicon);

/// The place that a short text is, and nothing else; nothing where it is none, or may be none.
std::optional<std::string> place_alone(std::u32string_view text, const Lexicon& lexicon);

/// Whether what may be a place is one, before a date that a comma parts from it: a known one, one
/// word, or two of which one is of the language or begins names of places; two others are a person.
bool is_sure_place(const std::string& place, bool comma, const Lexicon& lexicon);

bool is_known_place(std::u32string_view words, const Lexicon& lexicon);

/// Without commas, dashes and brackets around it.
std::u32string_view without_separators(std::u32string_view text);

/// "Published", "p.m.", "Thursday": stands beside a date.
bool is_date_word(std::u32string_view word);

}  // namespace dossier::extract
