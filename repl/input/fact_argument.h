// SPDX-License-Identifier: Apache-2.0
// A fact given as three words.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/evidence.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

/// The known places of a fact; none matches anything.
struct FactPattern {
  std::optional<Term> subject;
  std::optional<Term> predicate;
  std::optional<Term> object;
};

/// Terms or names, "?" or "?name" for any; errors as resolve_term().
FactPattern resolve_fact(const KnowledgeBase& kb, const std::array<std::string, 3>& words,
                         const Prefixes& prefixes);

/// The evidence of the facts that match. Throws Error(input) if there is none; the message says
/// whether the triple is in the knowledge base.
std::vector<Evidence> evidence_for(const KnowledgeBase& kb, const FactPattern& fact,
                                   const Prefixes& prefixes);

}  // namespace dossier::repl
