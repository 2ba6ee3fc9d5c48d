// SPDX-License-Identifier: Apache-2.0
// A document of typical proportions, for which the plans of rules are made.
#pragma once

#include "extract/document.h"
#include "extract/resolve/resolve.h"

namespace dossier::extract::rules {

/// Sixty sentences of twenty words and three frames each; every entity named in several, no word a
/// rule would ask for. So a plan starts from the words a rule names, which are rare, and goes on
/// along frames.
struct TypicalDocument {
  TypicalDocument();

  Analysis analysis;
  Resolution resolution;
};

}  // namespace dossier::extract::rules
