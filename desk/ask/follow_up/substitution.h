// SPDX-License-Identifier: Apache-2.0
// "What about Tom Reed?": the question before, with another name, time or thing in the place of
// its own. Private to desk/ask.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/ask/follow_up/earlier.h"

namespace dossier::asking {

/// "Tom Reed" of "What about Tom Reed?"; none when the words are a question of their own.
/// `led`: "and" stood before them.
std::optional<AskedWords> part_of_question(const AskedWords& question, bool led);

/// The question before with this part in it; "" when it has no such place, or several.
std::string substituted(const AskedWords& part, const Earlier& earlier);

/// "Anna Berg" of "Who visited Lima besides Anna Berg?"
std::vector<std::string> excluded_names(const Earlier& earlier);
/// The question before without them and without its question mark.
std::string without_exclusion(const Earlier& earlier);

}  // namespace dossier::asking
