// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/listener.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <exception>
#include <future>
#include <thread>
#include <utility>

#include "desk/server/http/connection.h"
#include "dossier/error.h"

namespace dossier::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Code = boost::system::error_code;

tcp::endpoint endpoint_of(const std::string& address, std::uint16_t port) {
  Code error;
  const auto ip = asio::ip::make_address(address == "localhost" ? "127.0.0.1" : address, error);
  if (error) {
    throw Error(ErrorCode::usage,
                address + " is no address to listen at; give one as 127.0.0.1 or 0.0.0.0");
  }
  return {ip, port};
}

[[noreturn]] void cannot_listen(const tcp::endpoint& at, const Code& error) {
  const std::string where = at.address().to_string() + " port " + std::to_string(at.port());
  if (error == asio::error::address_in_use) {
    throw Error(ErrorCode::conflict,
                where + " is in use by another program; choose another with --port");
  }
  throw Error(ErrorCode::input, "cannot listen at " + where + ": " + error.message());
}

}  // namespace

struct Listener::Impl {
  Impl(Handler& handler, const tcp::endpoint& at, const ListenerLimits& limits)
      : shared{handler,
               limits,
               {limits.long_answers, limits.waiting},
               {limits.short_answers, limits.waiting}},
        acceptor(io),
        pause(io) {
    Code error;
    acceptor.open(at.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(at, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) cannot_listen(at, error);
    accept();
    thread = std::thread([this] { run(); });
  }

  /// What throws here is out of memory for one connection, which then ends.
  void run() {
    for (;;) {
      try {
        io.run();
        return;
      } catch (const std::exception&) {
        continue;
      }
    }
  }

  void accept() {
    acceptor.async_accept(asio::make_strand(io), [this](Code error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return accept_later();
      // One too many is closed by going out of scope.
      if (shared.connections < shared.limits.connections) {
        serve_connection(shared, std::move(socket));
      }
      accept();
    });
  }

  /// Out of descriptors or memory: connections that end make room.
  void accept_later() {
    pause.expires_after(std::chrono::milliseconds(50));
    pause.async_wait([this](Code error) {
      if (!error) accept();
    });
  }

  void stop() {
    if (!thread.joinable()) return;
    std::promise<void> closed;
    asio::post(io, [&] {
      Code ignored;
      acceptor.close(ignored);
      pause.cancel();
      shared.stopping = true;
      closed.set_value();
    });
    closed.get_future().wait();
    shared.running.cancel_all();
    shared.long_work.join();
    shared.short_work.join();
    io.stop();
    thread.join();
  }

  Shared shared;
  asio::io_context io{1};  ///< destroyed before `shared`, with the connections
  tcp::acceptor acceptor;
  asio::steady_timer pause;
  std::thread thread;
};

Listener::Listener(Handler& handler, const std::string& address, std::uint16_t port,
                   const ListenerLimits& limits)
    : impl_(std::make_unique<Impl>(handler, endpoint_of(address, port), limits)) {}

Listener::~Listener() { stop(); }

std::uint16_t Listener::port() const { return impl_->acceptor.local_endpoint().port(); }

void Listener::stop() { impl_->stop(); }

}  // namespace dossier::server
