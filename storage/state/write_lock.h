// SPDX-License-Identifier: Apache-2.0
// One writer at a time. Private to storage/.
#pragma once

#include <condition_variable>
#include <mutex>

namespace dossier::storage {

/// The right to write; one holder at a time, others wait. Held over the life of a transaction,
/// which may end in another thread than it began in.
class WriteLock {
 public:
  class Guard {
   public:
    explicit Guard(WriteLock& lock) : lock_(&lock) { lock.enter(); }
    ~Guard() { release(); }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    void release() {
      if (lock_ != nullptr) lock_->leave();
      lock_ = nullptr;
    }

   private:
    WriteLock* lock_;
  };

 private:
  void enter() {
    std::unique_lock lock(mutex_);
    free_.wait(lock, [this] { return !taken_; });
    taken_ = true;
  }
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      taken_ = false;
    }
    free_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable free_;
  bool taken_ = false;
};

}  // namespace dossier::storage
