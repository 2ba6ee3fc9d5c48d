// Bytes of a file, read and unpacked within limits.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "extract/reader/limits.h"

namespace dossier::extract {

/// All bytes of a file, or of `standard_input` for "-". Throws Error(input) for a file that cannot
/// be read or is larger than `limits.file`, of which no more than that is read.
std::string read_bytes(const std::string& path, std::istream& standard_input,
                       const ReadLimits& limits = {});

/// What a gzip file holds (of all its members), unpacked into `storage`; other bytes as they are.
/// Throws Error(input) for damaged data and for more than `limits.file` bytes.
std::string_view unpack(std::string_view bytes, const std::string& source, const ReadLimits& limits,
                        std::string& storage);

/// Error(input) naming the file.
[[noreturn]] void refuse_source(const std::string& source, std::string_view why);
/// "32 MiB", for messages.
std::string limit_text(std::size_t bytes);

}  // namespace dossier::extract
