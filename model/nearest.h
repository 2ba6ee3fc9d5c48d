// SPDX-License-Identifier: Apache-2.0
// Suggestions for what was probably meant. Words are UTF-8 and compared by code points, upper and
// lower case of ASCII letters being equal. For names of people and places callers give a folding of
// their own (this floor links no ICU).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// How many insertions, deletions, replacements and swaps of neighbours turn one word into the
/// other (optimal string alignment distance).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);
/// The same of UTF-8, without regard to ASCII case.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Makes texts equal that differ only in what does not count, such as case.
using Fold = std::string (*)(std::string_view);

/// The candidates close enough to be a slip of `word`, nearest first, at most `count`.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t count = 3, Fold fold = nullptr);

/// "; did you mean X, Y or Z?", or nothing when no candidate is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         Fold fold = nullptr);

}  // namespace dossier
