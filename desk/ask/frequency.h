// SPDX-License-Identifier: Apache-2.0
// How often something happens, as a sentence says it. Private to desk/ask.
#pragma once

#include <string>

namespace dossier::asking {

/// "twice a day", "every two years", "weekly"; "" when the sentence has none, or several.
std::string frequency_in(const std::string& sentence);

}  // namespace dossier::asking
