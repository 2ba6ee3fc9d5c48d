// SPDX-License-Identifier: Apache-2.0
#include "storage/state/write_lock.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"

namespace dossier::storage {

void WriteLock::require_other(std::thread::id thread) const {
  if (!taken_ || holder_ != thread) return;
  throw Error(
      ErrorCode::usage,
      "this thread has a transaction already, or runs a load or a compaction: end it before "
      "beginning another");
}

void WriteLock::refuse_holder() {
  const std::lock_guard lock(mutex_);
  require_other(std::this_thread::get_id());
}

std::optional<WriteLock::Guard> WriteLock::try_enter() {
  const std::lock_guard lock(mutex_);
  require_other(std::this_thread::get_id());
  if (taken_) return std::nullopt;
  taken_ = true;
  holder_ = std::this_thread::get_id();
  return Guard(*this, std::adopt_lock);
}

void WriteLock::enter(const WriteWait& wait, std::thread::id thread) {
  std::unique_lock lock(mutex_);
  require_other(thread);
  wait_until_free(lock, wait);
  taken_ = true;
  holder_ = thread;
}

void WriteLock::wait_until_free(std::unique_lock<std::mutex>& lock, const WriteWait& wait) {
  using std::chrono::milliseconds;
  using Clock = std::chrono::steady_clock;
  // A cancellation raises a flag that wakes nobody, so it is polled.
  constexpr milliseconds kPoll{10};
  const auto is_free = [this] { return !taken_; };
  const Clock::time_point start = Clock::now();
  while (taken_) {
    if (wait.stopped) {
      lock.unlock();
      const bool stopped = wait.stopped();
      lock.lock();
      if (stopped) {
        throw Error(ErrorCode::cancelled, "cancelled while waiting for another transaction to end");
      }
    }
    const auto waited = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
    if (wait.timeout && waited >= *wait.timeout) {
      throw Error(ErrorCode::timeout,
                  fmt::format("timed out after waiting {} ms for another transaction to end",
                              wait.timeout->count()));
    }
    if (!wait.timeout && !wait.stopped) {
      free_.wait(lock, is_free);
    } else {
      free_.wait_for(lock, wait.timeout ? std::min(kPoll, *wait.timeout - waited) : kPoll, is_free);
    }
  }
}

void WriteLock::leave() {
  {
    const std::lock_guard lock(mutex_);
    taken_ = false;
  }
  free_.notify_one();
}

}  // namespace dossier::storage
