// SPDX-License-Identifier: Apache-2.0
// A server of our own over the workbench's knowledge base, for the tests of the HTTP protocols.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/w3c/workbench.h"

namespace dossier::w3c {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct HttpReply {
  int status = 0;
  Headers headers;  ///< names in lower case
  std::string body;

  std::string header(const std::string& name) const;
};

/// Serves while it lives; changes are allowed.
class ProtocolServer {
 public:
  explicit ProtocolServer(Workbench& workbench);
  ~ProtocolServer();

  /// "http://127.0.0.1:PORT"
  std::string origin() const;
  /// One request on a connection of its own, sent as it is given. Throws std::runtime_error when
  /// there is no HTTP response.
  HttpReply ask(const std::string& method, const std::string& target, const Headers& headers,
                const std::string& body) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::w3c
