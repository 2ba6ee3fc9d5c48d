// SPDX-License-Identifier: Apache-2.0
// The threads that answer requests.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <functional>
#include <mutex>
#include <set>

#include "dossier/query.h"

namespace dossier::server {

/// The requests that are being answered, so that a server that stops can cancel them.
class RunningRequests {
 public:
  void add(const CancellationToken* token);
  void remove(const CancellationToken* token);
  /// Cancels all, and those that are added later.
  void cancel_all();

 private:
  std::mutex mutex_;
  std::set<const CancellationToken*> tokens_;
  bool stopping_ = false;
};

/// Threads with a bounded queue.
class Workers {
 public:
  Workers(std::size_t threads, std::size_t waiting) : most_(threads + waiting), pool_(threads) {}
  /// False when the queue is full.
  bool try_post(std::function<void()> work);
  void join() { pool_.join(); }

 private:
  std::size_t most_;
  std::atomic<std::size_t> pending_ = 0;
  boost::asio::thread_pool pool_;
};

}  // namespace dossier::server
