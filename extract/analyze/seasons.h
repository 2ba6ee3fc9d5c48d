// SPDX-License-Identifier: Apache-2.0
// The months of seasons, as of the northern half of the world.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace dossier::extract {

/// First and last month of "spring", "summer", "autumn", "fall"; of "winter" 12 and 14, which is
/// February of the next year. None for other words. `word` is in lower case.
std::optional<std::pair<int, int>> months_of_season(std::string_view word);

}  // namespace dossier::extract
