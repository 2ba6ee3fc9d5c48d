// SPDX-License-Identifier: Apache-2.0
// Questions that say only what is new: "When?", "Who else?", "And Tom Reed?". The rest is that of
// the question before. Private to desk/ask.
#pragma once

#include <optional>
#include <string>

#include "desk/ask/follow_up/earlier.h"

namespace dossier::asking {

struct Completed {
  bool is_part = false;  ///< the question lacks something
  std::string question;  ///< in full; "" when the question before does not tell what is missing
};

/// Takes "and", "but", "so" off the front; true when there was one.
bool strip_connective(AskedWords& question);

/// "When did that happen?" as "When?"
void shorten_event_question(AskedWords& question);

/// `led`: "and" or the like stood before it.
Completed complete(const AskedWords& question, bool led, const Earlier& earlier,
                   NameFinder& finder);

}  // namespace dossier::asking
