// SPDX-License-Identifier: Apache-2.0
#include "tests/http/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <string_view>

namespace dossier::http_test {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      int code = 0;
      std::from_chars(&text[i + 1], &text[i + 1] + 2, code, 16);
      out += static_cast<char>(code);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::string form_value(std::string_view form, std::string_view name) {
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    if (pair.starts_with(name) && pair.size() > name.size() && pair[name.size()] == '=') {
      return decoded(pair.substr(name.size() + 1));
    }
    form.remove_prefix(std::min(pair.size() + 1, form.size()));
  }
  return {};
}

/// Reads until `enough` says so; false when the other side is gone.
template <typename Enough>
bool read_until(int connection, std::string& text, const Enough& enough) {
  char buffer[16384];
  while (!enough()) {
    const ssize_t count = recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  return true;
}

bool read_request(int connection, Request& request) {
  std::string text;
  std::size_t head = 0;
  const auto has_head = [&] { return (head = text.find("\r\n\r\n")) != std::string::npos; };
  if (!read_until(connection, text, has_head)) return false;
  std::string_view lines = std::string_view(text).substr(0, head + 2);
  const std::string_view first = lines.substr(0, lines.find("\r\n"));
  request.method = first.substr(0, first.find(' '));
  const std::size_t start = request.method.size() + 1;
  request.target = first.substr(start, first.find(' ', start) - start);
  lines.remove_prefix(first.size() + 2);
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find("\r\n"));
    lines.remove_prefix(line.size() + 2);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::size_t value = std::min(line.find_first_not_of(' ', colon + 1), line.size());
    request.headers[lower(std::string(line.substr(0, colon)))] = line.substr(value);
  }
  const auto length = request.headers.find("content-length");
  const std::size_t size = length == request.headers.end() ? 0 : std::stoul(length->second);
  if (request.headers.contains("expect")) {
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    send(connection, kContinue.data(), kContinue.size(), MSG_NOSIGNAL);
  }
  const std::size_t body = head + 4;
  if (!read_until(connection, text, [&] { return text.size() >= body + size; })) return false;
  request.body = text.substr(body, size);
  return true;
}

std::string message_of(const Reply& reply) {
  std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " Reply\r\nConnection: close\r\n";
  text += "Content-Type: " + reply.media_type + "\r\n";
  if (!reply.location.empty()) text += "Location: " + reply.location + "\r\n";
  return text + "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n" + reply.body;
}

}  // namespace

std::string Request::parameter(const std::string& name) const {
  const std::string of_body = form_value(body, name);
  if (!of_body.empty()) return of_body;
  const std::size_t question = target.find('?');
  return question == std::string::npos
             ? std::string()
             : form_value(std::string_view(target).substr(question + 1), name);
}

Server::Server(Handler handler) : handler_(std::move(handler)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (listener_ < 0 || bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      listen(listener_, 64) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("the test server can't listen");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { accept_all(); });
}

Server::~Server() {
  stopping_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
  while (open_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

std::string Server::address() const { return "http://127.0.0.1:" + std::to_string(port_); }

void Server::accept_all() {
  while (!stopping_) {
    const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    ++open_;
    std::thread([this, connection] {
      serve(connection);
      close(connection);
      --open_;
    }).detach();
  }
}

void Server::serve(int connection) const {
  Request request;
  if (!read_request(connection, request)) return;
  const Reply reply = handler_(request);
  const std::string text = message_of(reply);
  const bool drips = reply.pause.count() > 0;
  for (std::size_t sent = 0; sent < text.size();) {
    const std::size_t size = drips ? 1 : text.size() - sent;
    const ssize_t count = send(connection, text.data() + sent, size, MSG_NOSIGNAL);
    if (count <= 0) return;
    std::this_thread::sleep_for(reply.pause);
    sent += static_cast<std::size_t>(count);
  }
}

}  // namespace dossier::http_test
