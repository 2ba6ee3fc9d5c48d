// SPDX-License-Identifier: Apache-2.0
// Terms as the JSON format has them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "dossier/term.h"

namespace dossier::results {

using Json = nlohmann::json;

/// Whether a term or a triple term has a member of that name; the others need not be kept.
bool is_json_member_of_term(const std::string& key);

/// Throws std::invalid_argument for what is no term.
Term read_json_term(const Json& object);

}  // namespace dossier::results
