// SPDX-License-Identifier: Apache-2.0
// "Did you mean": finds the word of a list that is closest to a misspelt one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace dossier::sparql {

/// The candidate nearest to `word`, if it is near enough to be meant: at most 2 edits, and fewer
/// than half of the word's length.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates);

/// The built-in function that was probably meant: one of a similar name, one that other languages
/// call so, or one whose name begins the word.
std::optional<std::string_view> meant_function(std::string_view name);

/// The IRI that people commonly abbreviate by this prefix; none when unknown.
std::optional<std::string_view> well_known_namespace(std::string_view prefix);

}  // namespace dossier::sparql
