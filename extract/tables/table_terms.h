// SPDX-License-Identifier: Apache-2.0
// The vocabulary terms of tables and of links to them. docs/vocabulary.md describes them.
#pragma once

#include <string_view>

namespace dossier::extract::k {

inline constexpr std::string_view kTable = "urn:dossier:vocabulary:Table";
inline constexpr std::string_view kRow = "urn:dossier:vocabulary:Row";
/// From an entity of a document to something loaded of which only the name agrees.
inline constexpr std::string_view kPossiblySame = "urn:dossier:vocabulary:possiblySame";
inline constexpr std::string_view kRowCount = "urn:dossier:vocabulary:rowCount";

}  // namespace dossier::extract::k
