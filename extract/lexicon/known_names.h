// SPDX-License-Identifier: Apache-2.0
// What is known of single names: countries, given names, organisations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::extract {

enum class CountryForm : unsigned char { none, name, adjective, people };

struct CountryMatch {
  CountryForm form = CountryForm::none;
  std::string_view country;  ///< the common name: "Norway"; static storage
};

/// What `text` is: "French Republic" and "Republic of Chad" are names, "French" an adjective,
/// "Norwegians" a people. Exact in letter case but for "the" in front.
CountryMatch find_country(std::string_view text);

/// The pronoun that goes with a given name.
enum class Gender : unsigned char { unknown, male, female };

/// Of "Anna", "Peter"; unknown for names it does not know and those of women and men alike.
Gender gender_of_given_name(std::string_view name);

/// The usual full name of the organisation that `name` is one name of ("World Health Organization"
/// of "WHO"); empty for what is not known to have one. Exact but for the article.
std::string_view well_known_body(std::string_view name);
/// All names of an organisation with several, its full name first; none for others.
std::vector<std::string> names_of_body(std::string_view full_name);

}  // namespace dossier::extract
