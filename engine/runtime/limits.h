// SPDX-License-Identifier: Apache-2.0
// What stops a request: its time limit and the caller's cancellation.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "dossier/dossier.h"

namespace dossier {

inline std::size_t memory_limit(const QueryOptions& options) {
  return options.memory_bytes.value_or(kQueryMemoryBytes);
}

/// One thread at a time.
class Limits {
 public:
  /// The time limit counts from `start`.
  explicit Limits(const QueryOptions& options,
                  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now())
      : cancellation_(options.cancellation), timeout_(options.timeout), start_(start) {
    if (timeout_ == kNoTimeLimit) timeout_.reset();
  }

  /// For a thread that works on a part of the same: with the same time limit and `stop`, which must
  /// outlive it. The cancellation may have to be asked by the caller's thread: only there, with
  /// `is_caller`, it counts as well.
  Limits(const Limits& whole, const std::atomic<bool>& stop, bool is_caller)
      : timeout_(whole.timeout_), start_(whole.start_), stop_(&stop) {
    if (is_caller) cancellation_ = whole.cancellation_;
  }

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
  /// What has been counted since it was last asked for.
  std::uint64_t take_rows() noexcept { return std::exchange(rows_, 0); }

 private:
  static constexpr std::size_t kInterval = std::size_t{1} << 18;

  CancellationToken cancellation_;
  std::optional<std::chrono::milliseconds> timeout_;
  std::chrono::steady_clock::time_point start_;
  std::size_t work_ = 0;
  std::uint64_t rows_ = 0;
  const std::atomic<bool>* stop_ = nullptr;
};

}  // namespace dossier
