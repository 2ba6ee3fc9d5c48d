// SPDX-License-Identifier: Apache-2.0
// The modes of the worker that need another disk or another user.
#pragma once

#include <cstdint>
#include <string>

namespace dossier::storage {

/// Prints a line at once, or ends the process.
void say(const std::string& text);

/// Mounts a file system of `bytes` at `directory`, seen by this process only, and works there until
/// it is full; says the error. Then makes it larger, and says "all there" or what is not. Says
/// "cannot mount ..." where the system does not allow it. Returns the exit status.
int fill_disk(const std::string& directory, std::uint64_t seed, const std::string& bytes);

/// Opens `path` in `mode` (create, existing, read_only) without root's rights; says the number of
/// quads or the error. Returns the exit status.
int visit(const std::string& path, const std::string& mode);

}  // namespace dossier::storage
