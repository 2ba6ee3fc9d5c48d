// SPDX-License-Identifier: Apache-2.0
// A knowledge base on the network: SPARQL for programs, pages for people.
#pragma once

#include <memory>
#include <string>

#include "desk/server/options.h"
#include "dossier/dossier.h"

namespace dossier::server {

class Server {
 public:
  /// Listens and answers when it returns, on threads of its own. `path` is the folder of `kb`,
  /// which is open for writing exactly when `options.edit`, must outlive the server, and may be
  /// used meanwhile as any knowledge base. Throws Error(usage) for a host that is no address and
  /// where a token is missing: with `edit`, or where other machines reach the server;
  /// Error(conflict) for a port that is in use.
  Server(KnowledgeBase& kb, const std::string& path, const ServeOptions& options);
  /// As stop().
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "http://127.0.0.1:7780/"
  std::string address() const;
  /// The address to open in a browser: with the token where one is needed.
  std::string link() const;
  /// Cancels what is running and returns when it has ended.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::server
