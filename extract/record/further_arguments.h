// SPDX-License-Identifier: Apache-2.0
// What a clause has beside subject and object: the arguments that a fact's reifier keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace dossier::extract {

struct FurtherArgument {
  std::string marker;  ///< "with"; "object" for what is acted on
  Argument filler;
};

/// The arguments of the frame that a fact was read from, but its subject and object with what is
/// joined to them by "and", and a noun that its relation names already: "talks" of
/// `hold_talks_with`. Times have properties of their own. `relation` is the local name after r:, or
/// empty.
std::vector<FurtherArgument> further_arguments(const Sentence& sentence, const Claim& said,
                                               std::string_view relation);

}  // namespace dossier::extract
