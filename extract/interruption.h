// SPDX-License-Identifier: Apache-2.0
// When the work on a document has to stop: it was cancelled, or its time is over.
#pragma once

#include <chrono>
#include <optional>

#include "dossier/query.h"

namespace dossier::extract {

/// Thread-safe; copies share the token. Made without arguments it never stops anything.
class Interruption {
 public:
  using Clock = std::chrono::steady_clock;

  Interruption() = default;
  /// The time runs from now on.
  Interruption(CancellationToken token, std::optional<std::chrono::milliseconds> timeout)
      : token_(std::move(token)) {
    if (timeout) deadline_ = Clock::now() + *timeout;
    timeout_ = timeout;
  }

  /// Throws Error(cancelled) or Error(timeout). Cheap enough to be called for every sentence.
  void check() const;

 private:
  std::optional<CancellationToken> token_;
  std::optional<std::chrono::milliseconds> timeout_;
  std::optional<Clock::time_point> deadline_;
};

}  // namespace dossier::extract
