// SPDX-License-Identifier: Apache-2.0
#include "engine/runtime/helper_threads.h"

#include <exception>
#include <utility>

namespace dossier {

HelperThreads::~HelperThreads() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool HelperThreads::start(std::function<void()> work, std::function<void()> done) {
  const std::lock_guard lock(mutex_);
  jobs_.push_back({std::move(work), std::move(done)});
  if (jobs_.size() + busy_ <= threads_.size()) {
    wake_.notify_one();
    return true;
  }
  try {
    threads_.emplace_back([this] { this->work(); });
    return true;
  } catch (const std::exception&) {
    jobs_.pop_back();
    return false;
  }
}

std::size_t HelperThreads::size() const {
  const std::lock_guard lock(mutex_);
  return threads_.size();
}

// Free before the end is told: who hears of it may have the next job for this thread.
void HelperThreads::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return is_ending_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    ++busy_;
    lock.unlock();
    job.work();
    lock.lock();
    --busy_;
    job.done();
  }
}

}  // namespace dossier
