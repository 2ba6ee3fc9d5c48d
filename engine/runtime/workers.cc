// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/workers.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <new>

namespace dossier {

struct Workers::Job {
  Job(std::size_t count, const std::function<void(std::size_t, std::size_t)>& what)
      : pieces(count), work(what) {}

  std::size_t pieces;
  const std::function<void(std::size_t, std::size_t)>& work;
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::condition_variable done;
  std::size_t running = 0;  ///< beside the caller
};

void Workers::fail(std::exception_ptr error) {
  const std::lock_guard lock(mutex_);
  if (!error_) error_ = std::move(error);
  stop_.store(true, std::memory_order_relaxed);
}

void Workers::take_pieces(std::size_t worker, Job& job) {
  try {
    while (!stop_.load(std::memory_order_relaxed)) {
      const std::size_t piece = job.next.fetch_add(1, std::memory_order_relaxed);
      if (piece >= job.pieces) return;
      job.work(worker, piece);
    }
  } catch (...) {
    fail(std::current_exception());
  }
}

void Workers::wait(Job& job, const std::function<void()>& watch) {
  std::unique_lock lock(job.mutex);
  while (!job.done.wait_for(lock, std::chrono::milliseconds(20),
                            [&job] { return job.running == 0; })) {
    lock.unlock();
    try {
      watch();
    } catch (...) {
      fail(std::current_exception());
    }
    lock.lock();
  }
}

// Whatever is missing for a helper, memory or a thread, the others do its work.
bool Workers::call(const std::shared_ptr<Job>& job, std::size_t worker) {
  try {
    return helpers_->start([this, job, worker] { take_pieces(worker, *job); },
                           [job] {
                             const std::lock_guard lock(job->mutex);
                             --job->running;
                             job->done.notify_one();
                           });
  } catch (const std::bad_alloc&) {
    return false;
  }
}

void Workers::run(std::size_t pieces, const std::function<void(std::size_t, std::size_t)>& work,
                  const std::function<void()>& watch) {
  stop_.store(false, std::memory_order_relaxed);
  error_ = nullptr;
  // A helper may still be about to let go of the mutex when the wait for it is over.
  const auto job = std::make_shared<Job>(pieces, work);
  for (std::size_t worker = 1; worker < std::min(count_, pieces); ++worker) {
    {
      const std::lock_guard lock(job->mutex);
      ++job->running;
    }
    if (call(job, worker)) continue;
    const std::lock_guard lock(job->mutex);
    --job->running;
    break;
  }
  take_pieces(0, *job);
  wait(*job, watch);
  if (error_) std::rethrow_exception(error_);
}

}  // namespace dossier
