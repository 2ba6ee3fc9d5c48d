// SPDX-License-Identifier: Apache-2.0
// How surely the words of a subject or object mean what they were taken for.
#pragma once

#include "extract/document.h"

namespace dossier::extract::calibrate {

struct PartSigns {
  double name = 0;     ///< doubt that the words are a name
  double pronoun = 0;  ///< doubt that the pronoun means this
  bool unnamed = false;
  bool renamed = false;
};

/// Of these words of the sentence, which were taken for `node`.
PartSigns part_signs(const Analysis& analysis, const Sentence& sentence, const Argument& words,
                     const FactNode& node);

}  // namespace dossier::extract::calibrate
