// SPDX-License-Identifier: Apache-2.0
// Relations that answer one question, whatever verb a text has.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::extract {

/// The built-in families, in the order of relation_families.ttl: family and relation, "meet" and
/// "meet_with". They live as long as the process.
const std::vector<std::pair<std::string, std::string>>& builtin_families();
/// The families of a relation by its local name.
std::vector<std::string> families_of(std::string_view local_name);

}  // namespace dossier::extract
