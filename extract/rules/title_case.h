// SPDX-License-Identifier: Apache-2.0
// Gives titles a uniform spelling.
#pragma once

#include <string>

namespace dossier::extract::rules {

/// "president" -> "President", "minister of health" -> "Minister of Health".
std::string title_case(const std::string& title);

}  // namespace dossier::extract::rules
