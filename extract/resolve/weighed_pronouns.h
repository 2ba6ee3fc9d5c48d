// SPDX-License-Identifier: Apache-2.0
// Whom each pronoun of a person may mean, with what speaks for it: the weights of pronoun_signs.cc
// are fitted on that.
#pragma once

#include <vector>

#include "extract/document.h"
#include "extract/resolve/pronoun_signs.h"

namespace dossier::extract::resolve {

struct WeighedPronoun {
  /// One entity.
  struct Option {
    float likely = 0;  ///< what the model reads, and rules that do not depend on the signs
    PronounSigns signs;
    std::vector<TextSpan> names;  ///< where the document names it
  };
  TextSpan pronoun;
  std::vector<Option> options;
};

/// Of a document as Pass::clauses leaves it, which is resolved by that as resolve_entities() does.
/// In the order of the text; only pronouns that signs count for. Thread-safe for different
/// analyses.
std::vector<WeighedPronoun> weigh_pronouns(Analysis& analysis);

}  // namespace dossier::extract::resolve
