// SPDX-License-Identifier: Apache-2.0
// Workers: threads that do the pieces of one job, the caller's among them.
//
// Morsel-driven parallelism (Leis, Boncz, Kemper, Neumann, SIGMOD 2014): a job is many small
// pieces, and each worker takes the next one when it is done with its last. So all end at about the
// same time, and a worker that never came is not missed.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "engine/runtime/helper_threads.h"

namespace dossier {

/// One job at a time, from one thread.
class Workers {
 public:
  /// At least one, which is the caller's thread; the others are `helpers`.
  Workers(std::size_t count, std::shared_ptr<HelperThreads> helpers)
      : count_(count), helpers_(std::move(helpers)) {}

  std::size_t count() const noexcept { return count_; }
  /// Calls `work(worker, piece)` for every piece up to `pieces` - 1 once, in ascending order on
  /// each worker. The first error ends the job and is thrown when all workers have stopped, those
  /// of `watch` too, which the caller's thread calls some 50 times a second while it waits. Runs on
  /// fewer threads when the system gives no more.
  void run(std::size_t pieces, const std::function<void(std::size_t, std::size_t)>& work,
           const std::function<void()>& watch);
  /// Raised when a job is to end early: what takes long looks at it.
  const std::atomic<bool>& stop() const noexcept { return stop_; }

 private:
  struct Job;
  bool call(const std::shared_ptr<Job>& job, std::size_t worker);
  void take_pieces(std::size_t worker, Job& job);
  void wait(Job& job, const std::function<void()>& watch);
  void fail(std::exception_ptr error);

  std::size_t count_;
  std::shared_ptr<HelperThreads> helpers_;
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  std::exception_ptr error_;  ///< the first
};

}  // namespace dossier
