// SPDX-License-Identifier: Apache-2.0
// The writer's lock on a store's directory.
#pragma once

#include <string>

#include "storage/descriptor.h"

namespace dossier::storage {

/// Held by the process that writes; released when destroyed, or when the process dies.
class DirectoryLock {
 public:
  /// Throws Error(conflict) "PATH is open in process N" when another process holds it, or "is still
  /// open in this process"; Error(storage) when the directory cannot be written to.
  explicit DirectoryLock(const std::string& directory);

 private:
  Descriptor file_;
};

}  // namespace dossier::storage
