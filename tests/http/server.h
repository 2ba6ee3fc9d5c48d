// SPDX-License-Identifier: Apache-2.0
// A small HTTP server on a port of 127.0.0.1 that the system chooses, for tests: a thread a
// connection, one request each. Also a proxy: requests for any host reach the handler.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <thread>

namespace dossier::http_test {

struct Request {
  std::string method;
  std::string target;  ///< as in the request line: a path, or a whole address for a proxy
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;

  /// A parameter of the form in the body or in the target, decoded; empty without one.
  std::string parameter(const std::string& name) const;
};

struct Reply {
  int status = 200;
  std::string media_type = "text/plain";
  std::string body = {};
  std::string location = {};  ///< sent when not empty
  /// Between the bytes, which then go out one by one.
  std::chrono::milliseconds pause = std::chrono::milliseconds(0);
};

class Server {
 public:
  using Handler = std::function<Reply(const Request&)>;

  /// Listens when it returns. The handler is called from several threads. Throws
  /// std::runtime_error when there is no port to be had.
  explicit Server(Handler handler);
  /// Waits for open connections.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "http://127.0.0.1:PORT"
  std::string address() const;

 private:
  void accept_all();
  void serve(int connection) const;

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> open_ = 0;
  std::thread thread_;
};

}  // namespace dossier::http_test
