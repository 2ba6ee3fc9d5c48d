// SPDX-License-Identifier: Apache-2.0
// Telling a log that a crash has cut short from one that is damaged. Private to storage/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::storage {

/// Where a log in RocksDB's format is damaged such that RocksDB would take the rest for the
/// unfinished write of a crash and drop it: a length that leads beyond the end of the file although
/// whole records follow or the rest is a whole record, zeros before data, or a kind of record that
/// is never written here. None for a log that is whole or was cut short. Other damage is left to
/// RocksDB, which finds it by its checksums.
std::optional<std::uint64_t> find_damaged_end(std::string_view log);

/// Examines the logs and the current list of files (MANIFEST) in a directory of RocksDB. Throws
/// Error(storage) that names the file and the place. Works beside a live writer.
void verify_log_ends(const std::string& directory);

}  // namespace dossier::storage
