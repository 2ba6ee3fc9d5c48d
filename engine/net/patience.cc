// SPDX-License-Identifier: Apache-2.0
#include "engine/net/patience.h"

#include <fmt/format.h>

#include "dossier/error.h"

namespace dossier::net {
namespace {

[[noreturn]] void give_up(const std::string& url, const char* what,
                          std::chrono::milliseconds after) {
  throw Error(ErrorCode::input, fmt::format("no answer from <{}>: {} {} s", url, what,
                                            std::chrono::duration<double>(after).count()));
}

}  // namespace

void Patience::begin_exchange() {
  last_move_ = Clock::now();
  moved_ = 0;
}

void Patience::check(const std::string& url, std::int64_t moved) {
  const auto now = Clock::now();
  if (now - start_ > access_.request_timeout) {
    give_up(url, "it was not complete after", access_.request_timeout);
  }
  if (moved != moved_) {
    moved_ = moved;
    last_move_ = now;
  } else if (now - last_move_ > access_.idle_timeout) {
    give_up(url, "the server sent nothing for", access_.idle_timeout);
  }
}

}  // namespace dossier::net
