// SPDX-License-Identifier: GPL-2.0-or-later
// Limits on what the process may use and do, for it reads files that strangers made.
#pragma once

#include <sys/resource.h>

namespace dossier::pdf {

struct Limits {
  rlim_t cpu_seconds = 60;
  rlim_t memory_mib = 512;  ///< besides the file itself
};

/// To be called first. Ends with the parent; keeps to the time; dumps no core; is not traced.
void limit_time(const Limits& limits);

/// To be called when the file of `size` bytes is in memory, before a byte of it is looked at. From
/// then on the process may use so much more memory, read files and write to what is open; it may
/// open no file for writing, no connection and no process. What the system does not offer (seccomp
/// in some containers) is left out: the limits hold without it.
void drop_rights(const Limits& limits, rlim_t size);

}  // namespace dossier::pdf
