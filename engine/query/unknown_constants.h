// SPDX-License-Identifier: Apache-2.0
// Help with empty results: which terms of a query no quad has. Private to engine/.
#pragma once

#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "engine/functions/expression.h"
#include "storage/quad_source.h"

namespace dossier {

/// `custom`: the application's functions.
std::vector<UnknownConstant> unknown_constants(const storage::QuadSource& source,
                                               std::string_view text, const QueryOptions& options,
                                               const functions::CustomTablePtr& custom = nullptr);

}  // namespace dossier
