// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/workers.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace dossier::server {

void RunningRequests::add(const CancellationToken* token) {
  const std::scoped_lock lock(mutex_);
  tokens_.insert(token);
  if (stopping_) CancellationToken(*token).cancel();
}

void RunningRequests::remove(const CancellationToken* token) {
  const std::scoped_lock lock(mutex_);
  tokens_.erase(token);
}

void RunningRequests::cancel_all() {
  const std::scoped_lock lock(mutex_);
  stopping_ = true;
  for (const CancellationToken* token : tokens_) CancellationToken(*token).cancel();
}

bool Workers::try_post(std::function<void()> work) {
  if (++pending_ > most_) {
    --pending_;
    return false;
  }
  boost::asio::post(pool_, [this, work = std::move(work)] {
    work();
    --pending_;
  });
  return true;
}

}  // namespace dossier::server
