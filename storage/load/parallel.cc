// SPDX-License-Identifier: Apache-2.0
#include "storage/load/parallel.h"

#include <algorithm>
#include <atomic>

namespace dossier::storage {
namespace {

class TaskRun {
 public:
  TaskRun(std::vector<std::function<void()>> tasks, LoadProgress& progress)
      : tasks_(std::move(tasks)), progress_(progress) {}

  void run(std::size_t threads) {
    running_ = std::min(threads, tasks_.size());
    std::vector<std::thread> crew;
    for (std::size_t i = running_; i > 0; --i) crew.emplace_back([this] { work(); });
    try {
      wait();
    } catch (...) {
      fail(std::current_exception());
    }
    for (std::thread& thread : crew) thread.join();
    failure_.rethrow();
  }

 private:
  void wait() {
    std::unique_lock lock(mutex_);
    while (running_ > 0) {
      if (ended_.wait_for(lock, std::chrono::milliseconds(50)) != std::cv_status::timeout) continue;
      lock.unlock();
      progress_.look();
      lock.lock();
    }
  }

  void work() {
    try {
      for (std::size_t i = next_++; i < tasks_.size(); i = next_++) tasks_[i]();
    } catch (...) {
      fail(std::current_exception());
    }
    const std::lock_guard lock(mutex_);
    --running_;
    ended_.notify_one();
  }

  void fail(std::exception_ptr failure) {
    failure_.keep(std::move(failure));
    progress_.stop();
    next_ = tasks_.size();
  }

  std::vector<std::function<void()>> tasks_;
  LoadProgress& progress_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t running_ = 0;
  FirstFailure failure_;
};

}  // namespace

void run_parallel(std::vector<std::function<void()>> tasks, std::size_t threads,
                  LoadProgress& progress) {
  TaskRun(std::move(tasks), progress).run(std::max<std::size_t>(threads, 1));
}

}  // namespace dossier::storage
