// SPDX-License-Identifier: Apache-2.0
// Help with an empty result: what was asked for is only denied or planned.
#pragma once

#include <set>
#include <string>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

struct NotAsserted {
  std::string text;                ///< a line each
  std::set<std::string> patterns;  ///< those it speaks of, as PatternText::text()
};

/// For each triple pattern of the query with a fixed predicate that only facts match that no
/// sentence asserts: how many, how they are said, and how to ask for them. Errors as query().
NotAsserted explain_not_asserted(const KnowledgeBase& kb, const std::string& query,
                                 const QueryOptions& options, const Prefixes& prefixes);

}  // namespace dossier::repl
