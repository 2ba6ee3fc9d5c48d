// SPDX-License-Identifier: Apache-2.0
// What stops a request: its time limit and the caller's cancellation.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "dossier/dossier.h"

namespace dossier {

/// One thread at a time.
class Limits {
 public:
  /// The time limit counts from `start`.
  explicit Limits(const QueryOptions& options,
                  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now())
      : cancellation_(options.cancellation), timeout_(options.timeout), start_(start) {}

  /// Throws Error(cancelled) or Error(timeout), which says how many rows had been computed.
  void check() const;
  /// For loops of small steps: checks now and then. A unit is some nanoseconds of work, such as a
  /// row compared or a few bytes of a string read.
  void work(std::size_t units) {
    work_ += units;
    if (work_ < kInterval) return;
    work_ = 0;
    check();
  }
  /// work() for code that must not know this class; valid as long as the limits.
  std::function<void(std::size_t)> worker() {
    return [this](std::size_t units) { work(units); };
  }
  /// Counted for the messages.
  void count_rows(std::uint64_t rows) noexcept { rows_ += rows; }

 private:
  static constexpr std::size_t kInterval = std::size_t{1} << 18;

  CancellationToken cancellation_;
  std::optional<std::chrono::milliseconds> timeout_;
  std::chrono::steady_clock::time_point start_;
  std::size_t work_ = 0;
  std::uint64_t rows_ = 0;
};

}  // namespace dossier
