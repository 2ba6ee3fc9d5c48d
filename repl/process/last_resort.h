// SPDX-License-Identifier: Apache-2.0
// The end of a process whose background threads have run out of memory or of threads.
#pragma once

namespace dossier::repl {

inline constexpr const char* kNoMemory = "error: the machine has no memory left for this\n";
/// Of a process that ends here: it may have been about to close a store after a commit.
inline constexpr const char* kEndedWithoutMemory =
    "error: the machine has no memory left for this; the last change may have been written or "
    "not\n";
inline constexpr const char* kNoThread =
    "error: the system allows no further thread: raise the limit of processes ('ulimit -u') or of "
    "memory ('ulimit -v')\n";

/// From now on an exception that nobody can catch, because a thread of a library threw it, ends the
/// process with its message and exit status 1 instead of a core dump. The store is safe at any
/// moment. So does an abort or a wrong access to memory when none is left: libraries that do not
/// expect it then find their state wrong. Others are faults of the program and stay what they are.
void install_last_resort();

}  // namespace dossier::repl
