// SPDX-License-Identifier: Apache-2.0
// Countries by name, adjective and people.
#pragma once

#include <string>
#include <string_view>

namespace dossier::extract {

enum class CountryForm : unsigned char { none, name, adjective, people };

struct CountryMatch {
  CountryForm form = CountryForm::none;
  std::string_view country;  ///< the common name: "Russia"; static storage
};

/// What `text` is: "Russian Federation" and "Republic of Armenia" are names, "French" an adjective,
/// "Azerbaijanis" a people. Exact in letter case but for "the" in front.
CountryMatch find_country(std::string_view text);

}  // namespace dossier::extract
