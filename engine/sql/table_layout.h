// SPDX-License-Identifier: Apache-2.0
// What stands beside the tables: their version and how to read them.
#pragma once

#include <filesystem>

namespace dossier::sql {

/// Of the layout in README.md; readers refuse others.
inline constexpr int kTablesVersion = 1;

/// Writes layout.json, duckdb.sql and spark.sql. Throws Error(input).
void write_layout(const std::filesystem::path& folder);

}  // namespace dossier::sql
