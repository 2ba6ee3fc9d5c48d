// SPDX-License-Identifier: Apache-2.0
// Whom a line above a text names as the one who made it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

class Lexicon;

/// "A sermon preached by the Rev. Martin Ayre", "Delivered to the Assembly by Marion Achebe, MP,
/// Minister of Finance" -> the name; none for "Illustrated by", "Hosted by".
std::optional<std::string> credited_author(std::u32string_view line, const Lexicon& lexicon);

}  // namespace dossier::extract
