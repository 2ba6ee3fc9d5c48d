// SPDX-License-Identifier: Apache-2.0
// Clauses that leave out the verb they share with the one before: "Berg became mayor and Lund her
// deputy".
#pragma once

#include <vector>

#include "extract/clause/reading.h"
#include "extract/document.h"

namespace dossier::extract::clause {

/// What is written of such a clause, and the words of the whole clause whose places it takes.
struct Gap {
  std::uint32_t verb = 0;     ///< head of the predicate that both share
  std::uint32_t object = 0;   ///< of the whole clause: "mayor"
  std::uint32_t subject = 0;  ///< "Lund"
  std::uint32_t rest = 0;     ///< "deputy"
};

/// Finds them, and takes their words out of the lists that the parser reads them into.
std::vector<Gap> take_gaps(Tree& tree);

/// Appends a frame for each, with the verb's place, time, truth and source.
void add_gapped_frames(const Tree& tree, const std::vector<Gap>& gaps, std::vector<Frame>& frames);

}  // namespace dossier::extract::clause
