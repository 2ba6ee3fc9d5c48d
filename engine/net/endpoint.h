// SPDX-License-Identifier: Apache-2.0
// A SPARQL endpoint as seen from here (SPARQL 1.1 Protocol, section 2.1).
#pragma once

#include <string>

#include "engine/net/http.h"
#include "parser/results/results.h"

namespace dossier::net {

/// Sends a SELECT query and reads its rows into `sink`: by POST, or by GET where an endpoint allows
/// no POST. Throws as fetch(), and Error(input) when the endpoint refuses the query or answers what
/// is no result.
void ask_endpoint(const std::string& endpoint, const std::string& query,
                  const OutsideAccess& access, const Watch& watch, ResultsSink& sink);

}  // namespace dossier::net
