// Frames to clauses.
#pragma once

#include <vector>

#include "extract/clause/frame.h"

namespace dossier::extract::clause {

/// The relations one frame tells of.
std::vector<Clause> clauses_of(const Sentence& sentence, const Frame& frame);

/// Gives each clause the time its words stand nearest to.
void attach_times(const Sentence& sentence, const std::vector<Frame>& frames,
                  std::vector<std::vector<Clause>>& clauses);

Argument argument(const Phrase& phrase);
/// A relation's local name: lower case, words joined by "_".
std::string relation_name(std::string_view words);

}  // namespace dossier::extract::clause
