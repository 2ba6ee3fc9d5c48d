// SPDX-License-Identifier: Apache-2.0
// Bytes of a file, read and unpacked within limits.
#pragma once

#include <string>
#include <string_view>

#include "extract/reader/limits.h"

namespace dossier::extract {

/// All bytes of a file. Throws Error(input) for a file that cannot
/// be read or is larger than `limits.file`, of which no more than that is read.
std::string read_bytes(const std::string& path, const ReadLimits& limits = {});

/// What a packed file (gzip of any number of members, zstd) holds, unpacked into `storage`; other
/// bytes as they are.
/// Throws Error(input) for damaged data and for more than `limits.file` bytes.
std::string_view unpack(std::string_view bytes, const std::string& source, const ReadLimits& limits,
                        std::string& storage);

/// "32 MiB", for messages.
std::string size_text(std::size_t bytes);
/// Error(input) naming the file.
[[noreturn]] void refuse_source(const std::string& source, std::string_view why);
/// Refuses a text of `size` when that is more than `limit`.
void refuse_beyond(std::size_t limit, std::size_t size, const std::string& source);

}  // namespace dossier::extract
