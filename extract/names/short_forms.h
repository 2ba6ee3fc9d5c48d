// SPDX-License-Identifier: Apache-2.0
// Short forms of the names of bodies, and what is short for many.
#pragma once

#include <string_view>

namespace dossier::extract {

/// Whether `word` (lower case) heads a name: "centre" of "Centre for Trade" and "Trade Centre".
bool is_headed_by(std::string_view name, std::string_view word);
/// "Centre", "Statement": a name by its capital only, the noun heads many.
bool is_bare_head(std::string_view name);
/// "Foreign Ministry", "Government": every country has one, and the name does not say which.
bool is_generic_government_name(std::string_view name);
/// Whether the short name of an organisation is part of a long one and nothing speaks against it.
bool is_short_form(std::string_view shorter, std::string_view longer);
/// Whether `word` alone can stand for the organisation `longer`, as "Acme" for "Acme Robotics"; not
/// when it is named after a person or a place ("Nobel Foundation").
bool is_abbreviable_to_first_word(std::string_view longer, std::string_view word);

}  // namespace dossier::extract
