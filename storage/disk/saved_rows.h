// SPDX-License-Identifier: Apache-2.0
// Rows of the saved_query column family.
#pragma once

#include <string>
#include <string_view>

#include "storage/saved_query.h"

namespace dossier::storage {

std::string encode_saved_query(const SavedQuery& query);
/// Throws Error(storage) when the row is damaged.
SavedQuery decode_saved_query(std::string_view key, std::string_view value);

}  // namespace dossier::storage
