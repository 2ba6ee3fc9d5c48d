// SPDX-License-Identifier: Apache-2.0
// A fact given as three words.
#pragma once

#include <array>
#include <optional>
#include <ostream>
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

/// Terms or names, "?" or "?name" for any, or a family of relations (dossier/views.h), which makes
/// a pattern for each of them. A part of a name will do where it means one thing. What was taken is
/// written to `err`. Errors as resolve_term().
std::vector<FactPattern> resolve_facts(const KnowledgeBase& kb,
                                       const std::array<std::string, 3>& words,
                                       const Prefixes& prefixes, std::ostream& err);

/// The evidence of the facts that match one of the patterns. Throws Error(input) if there is none;
/// the message says whether the first is in the knowledge base.
std::vector<Evidence> evidence_for(const KnowledgeBase& kb, const std::vector<FactPattern>& facts,
                                   const Prefixes& prefixes);

}  // namespace dossier::repl
