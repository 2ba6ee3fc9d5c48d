// SPDX-License-Identifier: Apache-2.0
// Threads of a bulk load: parallel tasks, and a stage that consumes what the loading thread makes.
// Private to storage/.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "storage/load/progress.h"

namespace dossier::storage {

/// First in, first out, `capacity` at most in between. Thread-safe.
template <typename T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room, calling `while_waiting` now and then. False when the queue was closed.
  template <typename WhileWaiting>
  bool push(T value, const WhileWaiting& while_waiting) {
    std::unique_lock lock(mutex_);
    while (!closed_ && values_.size() >= capacity_) {
      if (changed_.wait_for(lock, std::chrono::milliseconds(50)) == std::cv_status::timeout) {
        lock.unlock();
        while_waiting();
        lock.lock();
      }
    }
    if (closed_) return false;
    values_.push_back(std::move(value));
    changed_.notify_all();
    return true;
  }
  /// Waits for a value; none when the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !values_.empty(); });
    if (values_.empty()) return std::nullopt;
    std::optional<T> value(std::move(values_.front()));
    values_.pop_front();
    changed_.notify_all();
    return value;
  }
  /// What is in it stays to be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  /// What is in it is dropped.
  void abandon() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    values_.clear();
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> values_;
  bool closed_ = false;
};

/// The first exception of several threads.
class FirstFailure {
 public:
  void keep(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
  }
  void rethrow() {
    const std::lock_guard lock(mutex_);
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr failure_;
};

/// Runs the tasks on up to `threads` threads, in their order, and returns when all are done. The
/// first that throws stops the others, and is thrown.
void run_parallel(std::vector<std::function<void()>> tasks, std::size_t threads,
                  LoadProgress& progress);

/// A thread that consumes values in order. One other thread owns it and supplies the values.
template <typename T>
class Stage {
 public:
  explicit Stage(std::function<void(T&)> consume)
      : consume_(std::move(consume)), thread_([this] { run(); }) {}
  ~Stage() {
    queue_.abandon();
    if (thread_.joinable()) thread_.join();
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  /// Throws what the consumer threw.
  void give(T value, LoadProgress& progress) {
    if (!queue_.push(std::move(value), [&] { progress.look(); })) failure_.rethrow();
  }
  /// Returns when all values are consumed. Throws what the consumer threw.
  void finish() {
    queue_.close();
    thread_.join();
    failure_.rethrow();
  }

 private:
  static constexpr std::size_t kWaiting = 16;

  void run() {
    try {
      while (std::optional<T> value = queue_.pop()) consume_(*value);
    } catch (...) {
      failure_.keep(std::current_exception());
      queue_.abandon();
    }
  }

  std::function<void(T&)> consume_;
  BoundedQueue<T> queue_{kWaiting};
  FirstFailure failure_;
  std::thread thread_;
};

}  // namespace dossier::storage
