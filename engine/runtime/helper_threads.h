// SPDX-License-Identifier: Apache-2.0
// HelperThreads: threads that wait for work, so that work of a few milliseconds need not pay for
// the making of threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dossier {

/// Thread-safe. There are never more threads than jobs have run at one time.
class HelperThreads {
 public:
  HelperThreads() = default;
  HelperThreads(const HelperThreads&) = delete;
  HelperThreads& operator=(const HelperThreads&) = delete;
  /// Waits for the jobs.
  ~HelperThreads();

  /// Runs `work` on a thread that has none, and then `done`, when the thread is free again; false,
  /// and neither is run, when the system gives no more threads. Neither may throw, and `done` may
  /// not call this object.
  bool start(std::function<void()> work, std::function<void()> done);
  /// How many there are.
  std::size_t size() const;

 private:
  struct Job {
    std::function<void()> work;
    std::function<void()> done;
  };
  void work();

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;  ///< not yet begun
  std::vector<std::thread> threads_;
  std::size_t busy_ = 0;
  bool is_ending_ = false;
};

}  // namespace dossier
