// SPDX-License-Identifier: Apache-2.0
// Requests on their way from the thread that reads to the one that answers. Private to desk/mcp.
#pragma once

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "desk/mcp/rpc.h"
#include "dossier/query.h"

namespace dossier::mcp {

/// A request, or why a line is none.
struct Received {
  Message message;
  std::optional<RpcError> fault;
  CancellationToken cancelled;
};

class Inbox {
 public:
  /// Takes a line in: a request waits, a notification takes effect at once. Waits while too many
  /// requests do. Called by the reading thread only.
  void put(const std::string& line);
  /// No line will come.
  void close();
  /// Nobody takes any more: put() waits no longer.
  void stop();
  /// The next request; none when it is closed and empty. The one taken before is done then.
  std::optional<Received> take();

 private:
  void add(Received received);
  void notify(const Message& message);

  static constexpr std::size_t kMostWaiting = 64;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Received> waiting_;
  std::optional<Json> running_;                           ///< id of the request that is answered
  std::map<std::string, CancellationToken> cancellable_;  ///< by the id as JSON
  bool closed_ = false, stopped_ = false;
};

}  // namespace dossier::mcp
