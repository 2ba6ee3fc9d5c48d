// SPDX-License-Identifier: Apache-2.0
// Terms that whoever runs an expression has read before, so that it need not look them up.
#pragma once

#include "dossier/term.h"
#include "model/term_id.h"

namespace dossier {

/// One thread at a time.
class KnownTerms {
 public:
  virtual ~KnownTerms() = default;
  /// False: it was not read.
  virtual bool find(TermId id, Term& term) const = 0;
};

}  // namespace dossier
