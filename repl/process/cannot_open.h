// SPDX-License-Identifier: Apache-2.0
// A knowledge base that could not be opened.
#pragma once

#include "dossier/error.h"

namespace dossier::repl {

/// Has an exit status of its own.
class CannotOpen : public Error {
 public:
  explicit CannotOpen(const Error& cause) : Error(cause) {}
};

}  // namespace dossier::repl
