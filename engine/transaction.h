// SPDX-License-Identifier: Apache-2.0
// Transaction's inside. Private to engine/.
#pragma once

#include <memory>

#include "dossier/dossier.h"
#include "storage/store.h"

namespace dossier {

struct Transaction::Impl {
  std::shared_ptr<storage::WriteTransaction> writes;  ///< null once committed or rolled back

  /// Throws Error(usage) when the transaction is over.
  storage::WriteTransaction& open() const;
};

}  // namespace dossier
