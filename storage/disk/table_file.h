// SPDX-License-Identifier: Apache-2.0
// Damage of table files at which RocksDB would end the process. Private to storage/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::storage {

/// The place in a table file, of which `size` is the length and `tail` the end, where its
/// properties claim an index by hash, which they never have. RocksDB 7.8 reads them before it
/// verifies their checksum, and with assertions, as Debian builds it, it aborts at this claim.
/// None for what is no table file. Other damage is left to RocksDB, which finds it by its
/// checksums.
std::optional<std::uint64_t> find_damaged_properties(std::string_view tail, std::uint64_t size);

/// Examines the table files in a directory of RocksDB; reads the last pages of each. Throws
/// Error(storage) that names the file and the place. Works beside a live writer.
void verify_table_properties(const std::string& directory);

}  // namespace dossier::storage
