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

}  // namespace dossier
