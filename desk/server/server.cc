// SPDX-License-Identifier: Apache-2.0
#include "desk/server/server.h"

#include <utility>

#include "desk/server/http/listener.h"
#include "desk/server/knowledge.h"
#include "desk/server/router.h"
#include "dossier/error.h"

namespace dossier::server {
namespace {

ListenerLimits listener_limits(const ServeOptions& options) {
  ListenerLimits limits;
  limits.long_answers = options.jobs;
  limits.body_bytes = options.body_bytes;
  return limits;
}

const ServeOptions& checked(const ServeOptions& options) {
  if (!options.token.empty()) return options;
  if (options.edit) throw Error(ErrorCode::usage, "a server that edits needs a token");
  if (!is_loopback(options.host)) {
    throw Error(ErrorCode::usage, "a server that other machines reach needs a token");
  }
  return options;
}

}  // namespace

struct Server::Impl {
  Impl(KnowledgeBase& kb, const std::string& path, const ServeOptions& given)
      : options(checked(given)),
        knowledge(kb, path, options.edit),
        router(knowledge, options),
        listener(router, options.host, options.port, listener_limits(options)) {}

  std::string address() const {
    const bool is_v6 = options.host.find(':') != std::string::npos;
    const std::string host = is_v6 ? "[" + options.host + "]" : options.host;
    return "http://" + host + ":" + std::to_string(listener.port()) + "/";
  }

  ServeOptions options;
  Knowledge knowledge;
  Router router;
  Listener listener;
};

Server::Server(KnowledgeBase& kb, const std::string& path, const ServeOptions& options)
    : impl_(std::make_unique<Impl>(kb, path, options)) {}

Server::~Server() { stop(); }

std::string Server::address() const { return impl_->address(); }

std::string Server::link() const {
  if (impl_->options.token.empty()) return impl_->address();
  return impl_->address() + "?token=" + impl_->options.token;
}

void Server::stop() { impl_->listener.stop(); }

}  // namespace dossier::server
