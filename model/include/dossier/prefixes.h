// SPDX-License-Identifier: Apache-2.0
// Prefixes of IRIs.
// Installed as <dossier/prefixes.h>.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dossier/export.h"

namespace dossier {

/// Prefix names (without ":") and the IRIs they stand for. The first entry of a name counts.
using Prefixes = std::vector<std::pair<std::string, std::string>>;

/// The prefixes that every query and update knows without declaring them: e r doc k schema skos rdf
/// rdfs xsd prov. Lives as long as the process; safe to read from any thread.
DOSSIER_API const Prefixes& predeclared_prefixes();

/// `own`, then the predeclared prefixes whose names `own` does not use.
DOSSIER_API Prefixes with_predeclared(const std::map<std::string, std::string>& own);

}  // namespace dossier
