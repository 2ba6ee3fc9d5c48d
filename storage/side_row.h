// SPDX-License-Identifier: Apache-2.0
// Rows of bytes that a floor above keeps in the store, in the same transactions as the quads. Their
// meaning is that floor's own.
#pragma once

#include <functional>
#include <string_view>

namespace dossier::storage {

/// Called with each key and its value in the order of the keys, until it returns false.
using SideRowVisit = std::function<bool(std::string_view key, std::string_view value)>;

}  // namespace dossier::storage
