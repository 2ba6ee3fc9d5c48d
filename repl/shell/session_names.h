// SPDX-License-Identifier: Apache-2.0
// What a session has names for, beside its things: for completion.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "repl/shell/session.h"

namespace dossier::repl {

std::set<std::string> saved_query_names(const Session& session);
/// Of one query, or of all of them when `query` is empty; each with `behind` behind it.
std::set<std::string> saved_parameters(const Session& session, std::string_view query,
                                       std::string_view behind);
/// Those whose names begin so, with the prefix "doc:" or without it.
std::set<std::string> documents_starting(const Session& session, const std::string& typed);
/// Of the last list of facts.
std::set<std::string> listed_facts(const Session& session);
std::set<std::string> prefix_names(const Session& session);
/// Parameters that have a value.
std::set<std::string> set_parameters(const Session& session);

}  // namespace dossier::repl
