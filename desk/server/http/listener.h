// SPDX-License-Identifier: Apache-2.0
// Listens, reads requests, has them answered, sends what comes back. HTTP/1.1 by Boost.Beast, which
// only listener.cc and connection.cc name.
//
// One thread moves all bytes and never waits for a client; answers are made by two groups of
// threads, and a document is complete before it is sent. So a slow client holds its own connection
// and nothing else.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "desk/server/http/handler.h"

namespace dossier::server {

struct ListenerLimits {
  std::size_t connections = 256;
  std::size_t long_answers = 4;  ///< at the same time
  std::size_t short_answers = 4;
  std::size_t waiting = 64;  ///< requests that wait for a thread, in each group
  std::uint32_t head_bytes = 128 << 10;
  std::uint64_t body_bytes = std::uint64_t{64} << 20;
  std::chrono::milliseconds head_time = std::chrono::seconds(20);  ///< also between two requests
  /// A body or a document may take this long and a second for each 32 KiB.
  std::chrono::milliseconds transfer_time = std::chrono::seconds(30);
};

class Listener {
 public:
  /// Listens when it returns. Port 0 is one that the system chooses. `handler` must outlive the
  /// object. Throws Error(usage) for an address that is none, Error(conflict) for a port that is
  /// taken, Error(input) for one that may not be used.
  Listener(Handler& handler, const std::string& address, std::uint16_t port,
           const ListenerLimits& limits);
  /// As stop().
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;
  /// Accepts nothing more, raises the cancellation of the requests that are being answered, waits
  /// for these, and closes all connections.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::server
