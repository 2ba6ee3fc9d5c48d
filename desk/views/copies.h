// SPDX-License-Identifier: Apache-2.0
// Documents of the same bytes count once.
#pragma once

#include <string_view>

namespace dossier {

/// For a query with ?document: without those that are copies of another one that is there.
inline constexpr std::string_view kNoCopies =
    "FILTER NOT EXISTS { ?document k:sameTextAs ?copied . ?copied a k:Document } ";

}  // namespace dossier
