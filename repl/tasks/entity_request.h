// SPDX-License-Identifier: Apache-2.0
// The requests of `dossier entity` and `.entity`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "repl/tasks/row_list.h"

namespace dossier::repl {

/// One of: show ENTITY; decisions; merge ENTITY OTHER; split ENTITY NAME; split ENTITY with a
/// document; rename ENTITY NAME; undo [NUMBER].
struct EntityRequest {
  std::string verb;
  std::vector<std::string> words;       ///< what follows the verb
  std::optional<std::string> document;  ///< --document
};

inline constexpr std::string_view kEntityUsage =
    "show ENTITY | merge ENTITY OTHER | split ENTITY NAME | split ENTITY --document DOC | "
    "rename ENTITY NAME | undo [NUMBER] | decisions";

/// Whether the request only reads. Throws Error(usage) for a malformed request.
bool only_looks(const EntityRequest& request);
/// The answer to a request that reads. Throws Error(input) for unknown and ambiguous names.
RowList look(const KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes);
/// Runs a request that changes; returns what was done, in one line. Errors as look() and as in
/// extract/include/dossier/entities.h.
std::string change(KnowledgeBase& kb, const EntityRequest& request, const Prefixes& prefixes);

}  // namespace dossier::repl
