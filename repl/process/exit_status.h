// SPDX-License-Identifier: Apache-2.0
// The exit statuses of the program.
#pragma once

#include "dossier/error.h"

namespace dossier::repl {

/// The numbers are part of the contract with scripts.
enum class ExitStatus : int {
  done = 0,
  failed = 1,  ///< bad query, bad data, missing file, memory limit
  usage = 2,
  cannot_open = 3,  ///< the knowledge base is missing, locked, damaged or of a newer format
  timed_out = 124,
  interrupted = 130,
};

/// The status of a failure that did not happen while opening the knowledge base.
ExitStatus status_of(ErrorCode code);

}  // namespace dossier::repl
