// SPDX-License-Identifier: Apache-2.0
// What answers requests, as the listener sees it.
#pragma once

#include <optional>

#include "desk/server/http/message.h"

namespace dossier::server {

/// Called from several threads. Neither function throws.
class Handler {
 public:
  virtual ~Handler() = default;
  /// Decides by the head alone, before a body is read; must not wait. A response is a refusal,
  /// after which the connection is closed.
  virtual std::optional<Response> refuse(const Request& head) = 0;
  /// Whether the answer may take long: such requests have threads of their own, so that they cannot
  /// keep a page waiting.
  virtual bool is_long(const Request& request) const = 0;
  virtual Response answer(const Request& request) = 0;
};

}  // namespace dossier::server
