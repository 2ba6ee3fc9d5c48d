// SPDX-License-Identifier: Apache-2.0
// The requests of `dossier fact` and `.fact`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

inline constexpr std::string_view kFactUsage =
    "show FACT | reject FACT... | restore FACT... | rejected";

/// One of kFactUsage: a verb and the facts.
struct FactRequest {
  std::string verb;
  std::vector<std::string> facts;
};

/// The IRI of a fact as people copy it: doc:report#f3, doc:report\#f3, <urn:...>, urn:... Throws
/// Error(usage) for anything else.
Term fact_iri(const std::string& text, const Prefixes& prefixes);

/// Whether the request only reads. Throws Error(usage) for a malformed request.
bool only_looks(const FactRequest& request);
/// What is known of a fact, also of a rejected one; or those that are rejected. Throws Error(input)
/// for what is no fact.
RowList look(const KnowledgeBase& kb, const FactRequest& request, const Prefixes& prefixes);
/// Runs a request that changes; returns what was done, a line for each fact. What was done before
/// an error stays.
std::string change(KnowledgeBase& kb, const FactRequest& request, const Prefixes& prefixes);

}  // namespace dossier::repl
