// SPDX-License-Identifier: Apache-2.0
// Rows of the saved_query column family: saved queries, and the side rows of transactions. Private
// to storage/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/disk/database.h"
#include "storage/saved_query.h"
#include "storage/side_row.h"

namespace dossier::storage {

std::string encode_saved_query(const SavedQuery& query);
/// Throws Error(storage) when the row is damaged.
SavedQuery decode_saved_query(std::string_view key, std::string_view value);

void put_saved_query(Database& database, const SavedQuery& query);
/// False when there is none of this name.
bool remove_saved_query(Database& database, const std::string& name);
/// By name ascending.
std::vector<SavedQuery> read_saved_queries(const Database& database);

/// The key of a side row in the family. No saved query has such a name.
std::string side_row_key(std::string_view key);
/// As Store::each_side_row().
void read_side_rows(const Database& database, std::string_view prefix, const SideRowVisit& visit);

}  // namespace dossier::storage
