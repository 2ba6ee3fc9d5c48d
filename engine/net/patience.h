// SPDX-License-Identifier: Apache-2.0
// How long a request may take. Private to engine/net.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "dossier/query.h"

namespace dossier::net {

/// Counts from its construction for a request as a whole, with all its redirections, and again for
/// each exchange with a server.
class Patience {
 public:
  explicit Patience(const OutsideAccess& access) : access_(access) {}

  void begin_exchange();
  /// `moved`: bytes sent and received in this exchange so far. Throws Error(input) when there were
  /// no new ones for too long, or the request has taken too long.
  void check(const std::string& url, std::int64_t moved);

 private:
  using Clock = std::chrono::steady_clock;

  const OutsideAccess& access_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_move_ = start_;
  std::int64_t moved_ = 0;
};

}  // namespace dossier::net
