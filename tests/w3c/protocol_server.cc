// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/protocol_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "desk/server/server.h"
#include "model/ascii.h"

namespace dossier::w3c {
namespace {

constexpr const char* kToken = "token-of-the-tests";

server::ServeOptions serve_options() {
  server::ServeOptions options;
  options.port = 0;
  options.edit = true;
  options.token = kToken;
  return options;
}

int connected(int port) {
  const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(connection);
    throw std::runtime_error("the server does not accept a connection");
  }
  return connection;
}

std::string exchanged(int connection, const std::string& message) {
  std::string reply;
  char buffer[16384];
  if (send(connection, message.data(), message.size(), MSG_NOSIGNAL) ==
      static_cast<ssize_t>(message.size())) {
    for (ssize_t count; (count = recv(connection, buffer, sizeof buffer, 0)) > 0;) {
      reply.append(buffer, static_cast<std::size_t>(count));
    }
  }
  close(connection);
  return reply;
}

HttpReply parsed(const std::string& text) {
  const std::size_t end = text.find("\r\n\r\n");
  if (!text.starts_with("HTTP/1.1 ") || end == std::string::npos) {
    throw std::runtime_error("no HTTP response: " + text.substr(0, 80));
  }
  HttpReply reply;
  reply.status = std::stoi(text.substr(9, 3));
  reply.body = text.substr(end + 4);
  for (std::size_t at = text.find("\r\n"); at < end;) {
    const std::size_t next = text.find("\r\n", at + 2);
    const std::string line = text.substr(at + 2, next - at - 2);
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos) {
      reply.headers.emplace_back(ascii_lower(line.substr(0, colon)), line.substr(colon + 2));
    }
    at = next;
  }
  return reply;
}

}  // namespace

struct ProtocolServer::Impl {
  explicit Impl(Workbench& workbench) : server(workbench.knowledge_base(), "kb", serve_options()) {}
  server::Server server;
};

ProtocolServer::ProtocolServer(Workbench& workbench) : impl_(std::make_unique<Impl>(workbench)) {}
ProtocolServer::~ProtocolServer() = default;

std::string ProtocolServer::origin() const {
  std::string address = impl_->server.address();
  address.pop_back();
  return address;
}

HttpReply ProtocolServer::ask(const std::string& method, const std::string& target,
                              const Headers& headers, const std::string& body) const {
  const std::string place = origin().substr(7);
  std::string message = method + " " + target + " HTTP/1.1\r\nHost: " + place +
                        "\r\nConnection: close\r\nAuthorization: Bearer " + kToken + "\r\n";
  for (const auto& [name, value] : headers) message += name + ": " + value + "\r\n";
  if (!body.empty() || method == "POST" || method == "PUT") {
    message += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  }
  message += "\r\n" + body;
  return parsed(exchanged(connected(std::stoi(place.substr(place.find(':') + 1))), message));
}

std::string HttpReply::header(const std::string& name) const {
  for (const auto& [one, value] : headers) {
    if (one == name) return value;
  }
  return {};
}

}  // namespace dossier::w3c
