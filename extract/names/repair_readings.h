// SPDX-License-Identifier: Apache-2.0
// What models read as names, without what is no part of one.
#pragma once

#include <vector>

#include "extract/document.h"

namespace dossier::extract {

/// The sentence's readings: people begin behind honorifics and end before an address or a dash
/// between spaces ("Berg - Analyst"), two lone words beside each other that are people are one,
/// and so are names on both sides of "&", which are a body. Left out are titles alone ("Senators",
/// "Professor" of "Professor Berg"), letters behind a person's name ("Berg, QC") and abbreviations
/// that name nothing ("VHS").
std::vector<NameReading> repaired_readings(const Sentence& sentence);

}  // namespace dossier::extract
