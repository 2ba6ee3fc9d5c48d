// SPDX-License-Identifier: Apache-2.0
// Transaction's inside. Private to engine/.
#pragma once

#include <memory>

#include "engine/knowledge_base.h"

namespace dossier {

struct Transaction::Impl {
  std::shared_ptr<storage::WriteTransaction> writes;  ///< null once committed or rolled back
  functions::CustomTablePtr custom;                   ///< the application's functions
  DefaultLimits defaults;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  /// Rolls back. Results of the transaction hold `writes`, too, so this must be done explicitly.
  ~Impl();

  /// Throws Error(usage) when the transaction is over, or `impl` null because it was moved from.
  static storage::WriteTransaction& open(const std::unique_ptr<Impl>& impl);
};

}  // namespace dossier
