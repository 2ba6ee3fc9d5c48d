// SPDX-License-Identifier: Apache-2.0
// Runs pieces of work on several threads and returns their results in order.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace dossier::extract {

/// What is made and not yet taken is bounded: a piece is begun when its weight still fits the
/// budget, or when nothing else is held. One thread takes; dropping the object waits for the
/// pieces begun.
template <typename Result>
class OrderedWork {
 public:
  struct Plan {
    std::size_t count = 0;
    std::size_t threads = 1;
    std::size_t budget = 0;
    std::function<std::size_t(std::size_t)> weight;  ///< of a piece; called under a lock
    std::function<Result(std::size_t)> make;         ///< on any thread
  };

  explicit OrderedWork(Plan plan) : plan_(std::move(plan)) {
    for (std::size_t i = 0; i < plan_.threads; ++i) threads_.emplace_back([this] { work(); });
  }
  ~OrderedWork() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    room_.notify_all();
  }
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  /// The next piece's result, or none when it is not there after `patience`. Throws what make()
  /// threw. The piece before it no longer counts as held.
  std::optional<Result> take(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    held_ -= std::exchange(taken_weight_, 0);
    room_.notify_all();
    const auto ready = [this] { return done_.contains(taken_); };
    if (!made_.wait_for(lock, patience, ready)) return std::nullopt;
    Done done = std::move(done_.extract(taken_++).mapped());
    taken_weight_ = done.weight;
    room_.notify_all();
    if (done.failure) std::rethrow_exception(done.failure);
    return std::move(done.result);
  }

 private:
  struct Done {
    std::optional<Result> result;
    std::exception_ptr failure;
    std::size_t weight = 0;
  };

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      std::size_t weight = 0;
      room_.wait(lock, [&] {
        if (stopped_ || next_ == plan_.count) return true;
        weight = plan_.weight(next_);
        return held_ == 0 || held_ + weight <= plan_.budget;
      });
      if (stopped_ || next_ == plan_.count) return;
      const std::size_t piece = next_++;
      held_ += weight;
      lock.unlock();
      Done done = make(piece);
      done.weight = weight;
      lock.lock();
      done_.emplace(piece, std::move(done));
      made_.notify_one();
    }
  }

  Done make(std::size_t piece) const {
    Done done;
    try {
      done.result = plan_.make(piece);
    } catch (...) {
      done.failure = std::current_exception();
    }
    return done;
  }

  Plan plan_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable made_;
  std::map<std::size_t, Done> done_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  std::size_t held_ = 0;
  std::size_t taken_weight_ = 0;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;  ///< last: they use the members above
};

}  // namespace dossier::extract
