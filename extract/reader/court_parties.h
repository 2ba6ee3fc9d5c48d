// SPDX-License-Identifier: Apache-2.0
// Who is against whom in a court, as the head of its paper sets it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reader/lines.h"

namespace dossier::extract {

struct CourtParties {
  std::u32string first, second;    ///< as names are written, not in capitals
  std::size_t begin = 0, end = 0;  ///< the lines of the first and of the second, with its role
};

/// Where two parties stand around "v." or "and" in the first lines, with their roles, or below the
/// name of a court. `lines` are as they are set, not joined.
std::optional<CourtParties> find_court_parties(std::u32string_view text,
                                               const std::vector<Line>& lines);

/// "Defendants.", alone.
bool is_court_role(std::u32string_view words);

/// Letters, figures and what stands inside names; not the bracket or the dashes around them.
std::u32string_view bare_party(std::u32string_view text);

/// Whether a line begins in the right half of its page.
bool stands_right(std::u32string_view text, const Line& line);

/// What stands beside the parties, behind their bracket or white space; may be empty.
std::u32string_view right_of_caption(std::u32string_view line);

}  // namespace dossier::extract
