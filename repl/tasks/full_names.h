// SPDX-License-Identifier: Apache-2.0
// Short names of entities, as people write them.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <string_view>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

/// As resolve_near(); what was taken is written to `err`.
Term named_entity(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes,
                  std::ostream& err);

/// The text of a query with other names for some terms: e:CRG written in full. Only where they
/// stand as terms, not in strings, comments, IRIs or longer names.
std::string with_names(std::string_view query, const std::map<std::string, std::string>& names);

/// The query with the full names of entities in place of short ones that the knowledge base does
/// not have and that mean one thing; what was taken is written to `err`. Errors as query().
std::string with_full_names(const KnowledgeBase& kb, const std::string& query,
                            const QueryOptions& options, std::ostream& err);

}  // namespace dossier::repl
