// SPDX-License-Identifier: Apache-2.0
// The variables that the columns of a table are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dossier::extract {

/// The variable that holds the number of the row.
inline constexpr std::string_view kRowNumber = "ROWNUM";

/// One variable for each header: what no variable may hold becomes "_", "Name of ship" is
/// ?Name_of_ship; the second of equal ones is ?name_2; an empty header in the third column is
/// ?column_3.
std::vector<std::string> column_variables(const std::vector<std::string>& headers);

/// ?a to ?z, ?aa, ... for a table without headers.
std::vector<std::string> lettered_variables(std::size_t count);

}  // namespace dossier::extract
