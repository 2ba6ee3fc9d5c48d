// SPDX-License-Identifier: Apache-2.0
// Queries and updates of the shell.
#pragma once

#include <string>

#include "repl/shell/session.h"

namespace dossier::repl {

/// Runs a query or an update and shows its result. `values` are for parameters and win over those
/// of the session; declared parameters without a value are asked for.
void run_statement(Session& session, const std::string& text, ParameterValues values = {});

/// Runs a query for its rows, shown in the session's mode and kept for .why and .last.
void run_query(Session& session, const std::string& text, const QueryOptions& options);

/// Rows already at hand, in the session's mode.
void show_rows(Session& session, const std::vector<std::string>& columns,
               const std::vector<Row>& rows, bool cut);

}  // namespace dossier::repl
