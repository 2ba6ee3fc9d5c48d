// SPDX-License-Identifier: Apache-2.0
// Names of people that models read in pieces.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// The sentence's readings, in the order of the text: a surname joined to the initial before it
/// ("Scott C. | Dayton"), to the nickname before it ("John | \"Jack\" | Reed"); an acronym
/// in two parts ("ABC-D").
std::vector<NameReading> joined_readings(const Sentence& sentence);

}  // namespace dossier::extract
