// SPDX-License-Identifier: Apache-2.0
// The pronoun that goes with a given name.
#pragma once

#include <string_view>

namespace dossier::extract {

enum class Gender : unsigned char { unknown, male, female };

/// Of "Anna", "Peter"; unknown for names it does not know and those of women and men alike.
Gender gender_of_given_name(std::string_view name);

}  // namespace dossier::extract
