// SPDX-License-Identifier: Apache-2.0
// What fuzz targets demand of any input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "dossier/error.h"
#include "dossier/quad.h"

namespace dossier::fuzz {

inline void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

/// `positioned`: the place must be in the text as given; not so when it was in another encoding.
inline void check_error(const Error& error, std::string_view text, bool positioned = true) {
  demand(error.what()[0] != '\0', "an error without words");
  demand(!error.describe().empty(), "an error that can't be described");
  if (!positioned) return;
  demand(error.position().has_value(), "an error without a position");
  demand(error.position()->offset <= text.size(), "an error beyond the text");
}

/// Writers may rename blank nodes: compared are terms without labels.
inline Term unlabelled(const Term& term) {
  if (term.is_blank_node()) return Term::blank_node("b");
  if (!term.is_triple()) return term;
  const Triple& t = term.as_triple();
  return Term::triple({unlabelled(t.subject), unlabelled(t.predicate), unlabelled(t.object)});
}

}  // namespace dossier::fuzz
