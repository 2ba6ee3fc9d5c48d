// SPDX-License-Identifier: Apache-2.0
// What a query may keep in memory, counted by whoever keeps it.
#pragma once

#include <cstddef>

namespace dossier {

/// One thread at a time.
class MemoryBudget {
 public:
  explicit MemoryBudget(std::size_t limit_bytes) : limit_(limit_bytes) {}

  /// Throws Error(limit), which says the limit, when more than it would be in use.
  void charge(std::size_t bytes) {
    used_ += bytes;
    if (used_ > peak_) peak_ = used_;
    if (used_ > limit_) refuse();
  }
  /// Throws as charge() would, and charges nothing: for what is only passing.
  void check(std::size_t bytes) const {
    if (bytes > left()) refuse();
  }
  void release(std::size_t bytes) noexcept { used_ -= bytes < used_ ? bytes : used_; }

  std::size_t used() const noexcept { return used_; }
  std::size_t left() const noexcept { return used_ < limit_ ? limit_ - used_ : 0; }
  std::size_t peak() const noexcept { return peak_; }

 private:
  [[noreturn]] void refuse() const;

  std::size_t limit_;
  std::size_t used_ = 0;
  std::size_t peak_ = 0;
};

/// What one holder keeps: added piece by piece, given back at its end.
class MemoryCharge {
 public:
  /// The budget must outlive it.
  explicit MemoryCharge(MemoryBudget& memory) : memory_(memory) {}
  MemoryCharge(const MemoryCharge&) = delete;
  MemoryCharge& operator=(const MemoryCharge&) = delete;
  ~MemoryCharge() { clear(); }

  /// Throws as MemoryBudget::charge().
  void add(std::size_t bytes) {
    bytes_ += bytes;  // first: charge() counts what it refuses, too
    memory_.charge(bytes);
  }
  /// Grows or shrinks to `bytes` in all.
  void set(std::size_t bytes) {
    if (bytes > bytes_) return add(bytes - bytes_);
    memory_.release(bytes_ - bytes);
    bytes_ = bytes;
  }
  std::size_t bytes() const noexcept { return bytes_; }
  void clear() noexcept {
    memory_.release(bytes_);
    bytes_ = 0;
  }

 private:
  MemoryBudget& memory_;
  std::size_t bytes_ = 0;
};

}  // namespace dossier
