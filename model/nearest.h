// SPDX-License-Identifier: Apache-2.0
// Suggestions for what was probably meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// Insertions, deletions, replacements and swaps of neighbours between two texts, in bytes and
/// without regard to ASCII case (Damerau-Levenshtein, optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidates close enough to be a slip of `word`, nearest first, at most `count`.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t count = 3);

/// "; did you mean X, Y or Z?", or nothing when no candidate is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace dossier
