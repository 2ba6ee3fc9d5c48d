// SPDX-License-Identifier: Apache-2.0
#include "desk/mcp/inbox.h"

#include <fmt/format.h>

#include "desk/mcp/server.h"

namespace dossier::mcp {

void Inbox::put(const std::string& line) {
  if (line.find_first_not_of(" \t\r") == line.npos) return;
  Received received;
  received.message.id = nullptr;
  try {
    if (line.size() > kLongestMessage)
      throw RpcError(RpcCode::invalid_request,
                     fmt::format("the message is longer than {} bytes", kLongestMessage));
    Json id = nullptr;
    try {
      received.message = read_message(line, id);
    } catch (const RpcError&) {
      received.message.id = id;
      throw;
    }
  } catch (const RpcError& error) {
    received.fault = error;
  }
  if (received.fault || received.message.kind == Message::Kind::request)
    add(std::move(received));
  else if (received.message.kind == Message::Kind::notification)
    notify(received.message);
}

void Inbox::add(Received received) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || waiting_.size() < kMostWaiting; });
  // An initialization cannot be cancelled.
  if (!received.fault && received.message.method != "initialize")
    cancellable_.insert_or_assign(text_of(received.message.id), received.cancelled);
  waiting_.push_back(std::move(received));
  changed_.notify_all();
}

void Inbox::notify(const Message& message) {
  if (message.method != "notifications/cancelled" || !message.params.contains("requestId")) return;
  const std::lock_guard lock(mutex_);
  const auto request = cancellable_.find(text_of(message.params["requestId"]));
  // It may have been answered meanwhile.
  if (request != cancellable_.end()) request->second.cancel();
}

void Inbox::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void Inbox::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

std::optional<Received> Inbox::take() {
  std::unique_lock lock(mutex_);
  if (running_) cancellable_.erase(text_of(*running_));
  running_.reset();
  while (true) {
    changed_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    Received next = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    if (!next.cancelled.cancelled()) {
      if (!next.fault) running_ = next.message.id;
      return next;
    }
    cancellable_.erase(text_of(next.message.id));
  }
}

}  // namespace dossier::mcp
