// SPDX-License-Identifier: Apache-2.0
// One writer at a time. Private to storage/.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "storage/write_transaction.h"

namespace dossier::storage {

/// The right to write; one holder at a time. Held over the life of a transaction, which may end in
/// another thread than it began in: the thread that began it counts as the holder until it ends.
class WriteLock {
 public:
  /// Holds the lock until released or destroyed.
  class Guard {
   public:
    /// Waits as `wait` says. Throws Error(usage) at once when `thread` holds the lock already,
    /// because it would wait for itself; Error(timeout); Error(cancelled).
    explicit Guard(WriteLock& lock, const WriteWait& wait = {},
                   std::thread::id thread = std::this_thread::get_id())
        : lock_(&lock) {
      lock.enter(wait, thread);
    }
    Guard(Guard&& other) noexcept : lock_(std::exchange(other.lock_, nullptr)) {}
    Guard& operator=(Guard&&) = delete;
    ~Guard() { release(); }

    void release() {
      if (lock_ != nullptr) lock_->leave();
      lock_ = nullptr;
    }

   private:
    friend class WriteLock;
    Guard(WriteLock& lock, std::adopt_lock_t) : lock_(&lock) {}

    WriteLock* lock_;
  };

  /// None when another thread writes. Throws Error(usage) when this thread does.
  std::optional<Guard> try_enter();
  /// Throws Error(usage) when this thread holds the lock.
  void refuse_holder();

 private:
  void enter(const WriteWait& wait, std::thread::id thread);
  /// Until the lock is free. Throws Error(timeout) and Error(cancelled).
  void wait_until_free(std::unique_lock<std::mutex>& lock, const WriteWait& wait);
  void require_other(std::thread::id thread) const;
  void leave();

  std::mutex mutex_;
  std::condition_variable free_;
  bool taken_ = false;
  std::thread::id holder_;
};

}  // namespace dossier::storage
