// SPDX-License-Identifier: Apache-2.0
// One connection: requests and responses in turn.
#pragma once

#include <atomic>
#include <boost/asio/ip/tcp.hpp>

#include "desk/server/http/listener.h"
#include "desk/server/http/workers.h"

namespace dossier::server {

/// What all connections of a listener share. It outlives them.
struct Shared {
  Handler& handler;
  ListenerLimits limits;
  Workers long_work;
  Workers short_work;
  RunningRequests running = {};
  std::atomic<std::size_t> connections = 0;
  bool stopping = false;  ///< nothing is given to workers any more; of the thread that moves bytes
};

/// Takes over a socket whose executor is a strand; the connection lives until its client leaves,
/// breaks a limit or the protocol.
void serve_connection(Shared& shared, boost::asio::ip::tcp::socket socket);

}  // namespace dossier::server
