// SPDX-License-Identifier: Apache-2.0
// What a query may keep in memory, counted by whoever keeps it.
#pragma once

#include <cstddef>
#include <mutex>

namespace dossier {

class SharedMemory;

/// One thread at a time.
class MemoryBudget {
 public:
  explicit MemoryBudget(std::size_t limit_bytes) : limit_(limit_bytes) {}
  /// One thread's part of a budget that several use at a time: takes large pieces of it when it
  /// needs them, and gives all back at its end. `shared` must outlive it.
  explicit MemoryBudget(SharedMemory& shared) : limit_(0), shared_(&shared) {}
  /// A budget of its own.
  MemoryBudget(const MemoryBudget& other)
      : limit_(other.limit_), used_(other.used_), peak_(other.peak_) {}
  MemoryBudget& operator=(const MemoryBudget&) = delete;
  ~MemoryBudget();

  /// Throws Error(limit), which says the limit, when more than it would be in use.
  void charge(std::size_t bytes) {
    used_ += bytes;
    if (used_ > peak_) peak_ = used_;
    if (used_ > limit_) take_more();
  }
  /// Throws as charge() would, and charges nothing: for what is only passing.
  void check(std::size_t bytes) const {
    if (bytes > limit_ - used_ || used_ > limit_) check_more(bytes);
  }
  void release(std::size_t bytes) noexcept { used_ -= bytes < used_ ? bytes : used_; }

  std::size_t used() const noexcept { return used_; }
  std::size_t left() const noexcept;
  std::size_t peak() const noexcept { return peak_; }

 private:
  friend class SharedMemory;
  [[noreturn]] void refuse() const;
  void take_more();
  void check_more(std::size_t bytes) const;
  std::size_t own_left() const noexcept { return used_ < limit_ ? limit_ - used_ : 0; }

  std::size_t limit_;
  std::size_t used_ = 0;
  std::size_t peak_ = 0;
  SharedMemory* shared_ = nullptr;
};

/// Hands out a budget's memory to the parts that threads have of it. Thread-safe; meanwhile nobody
/// may use the budget itself.
class SharedMemory {
 public:
  /// The budget must outlive it.
  explicit SharedMemory(MemoryBudget& whole) : whole_(whole) {}

  /// At least so many bytes, and some more where there are enough: Error(limit).
  std::size_t take(std::size_t bytes);
  void give_back(std::size_t bytes) noexcept;
  std::size_t left() const noexcept;
  /// Throws Error(limit) unless so many bytes are left.
  void check(std::size_t bytes) const;

 private:
  mutable std::mutex mutex_;
  MemoryBudget& whole_;
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
