// SPDX-License-Identifier: Apache-2.0
// Well-known organisations that have more than one name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

/// The usual full name of what `name` is one name of ("World Health Organization" of "WHO");
/// empty for what is not in the list. Exact but for the article.
std::string_view well_known_body(std::string_view name);
/// All names of an organisation in the list, its full name first; none for others.
std::vector<std::string> names_of_body(std::string_view full_name);

}  // namespace dossier::extract
