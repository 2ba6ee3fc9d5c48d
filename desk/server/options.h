// SPDX-License-Identifier: Apache-2.0
// What a server may do and how much.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace dossier::server {

struct ServeOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 7780;
  bool edit = false;
  /// Required of every request unless it is empty.
  std::string token = {};
  // Per request:
  std::chrono::milliseconds timeout = std::chrono::seconds(60);
  std::size_t memory_bytes = std::size_t{512} << 20;
  std::uint64_t rows = 10'000'000;
  std::uint64_t answer_bytes = std::uint64_t{1} << 30;
  std::uint64_t body_bytes = std::uint64_t{64} << 20;
  /// Queries and updates that run at the same time.
  std::size_t jobs = 4;
};

/// Whether only programs of this machine can reach a server at this address.
bool is_loopback(const std::string& host);
/// 128 random bits, as text for an address.
std::string random_token();

}  // namespace dossier::server
