// SPDX-License-Identifier: Apache-2.0
// Language tags (BCP 47; RFC 4647).
#pragma once

#include <string_view>

namespace dossier::functions {

/// Basic filtering (RFC 4647, section 3.3.1): equal, or the range followed by "-"; "*" matches
/// every tag. Without regard to case.
bool matches_language(std::string_view tag, std::string_view range);

/// Tags compare without regard to case.
bool same_language(std::string_view a, std::string_view b);

}  // namespace dossier::functions
