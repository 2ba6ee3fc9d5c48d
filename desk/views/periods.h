// SPDX-License-Identifier: Apache-2.0
// Days, months and years of facts. Private to desk/.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

/// The first day of "2024", "2024-03", "2024-03-11": "2024-01-01"; "" for what is no time.
std::string first_day(std::string_view time);
/// Likewise the last: "2024-12-31".
std::string last_day(std::string_view time);
/// "March 2024", "11 Mar 2024", "2024"; what is no time as it is.
std::string time_words(std::string_view time);

}  // namespace dossier
