// SPDX-License-Identifier: Apache-2.0
// HTTP requests of a running query or update: SERVICE and LOAD.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"

namespace dossier::net {

struct Request {
  std::string url;
  std::string accept;  ///< media types, for the Accept header
  /// Name and value pairs: sent as a form by POST, or in the address by GET.
  std::vector<std::pair<std::string, std::string>> parameters = {};
  bool post = false;  ///< and by GET when the server answers that it takes no POST
};

struct Response {
  long status = 0;
  std::string media_type;  ///< as the header has it; may be empty
  std::string body;        ///< its transfer encoding undone
  std::string url;         ///< where it came from in the end
};

/// Throws Error(usage) unless the caller allows requests to `url`; Error(input) when it, or what is
/// allowed, is no http or https address.
void require_allowed(const OutsideAccess& access, std::string_view url);

/// Throws Error(usage) for a start that is neither "" nor an http or https address.
void require_start(std::string_view start);

/// What a request asks its caller while it waits. What they throw ends the request and reaches the
/// caller.
struct Watch {
  std::function<void()> check;                ///< called many times a second
  std::function<void(std::size_t)> received;  ///< more bytes that it needs
};

/// One request; redirections are followed. Throws Error(usage) for an address that is not allowed,
/// also one it is redirected to; Error(input) when there is no answer, the server falls silent or
/// takes too long in all; Error(limit) for a longer answer than allowed. An answer with a status of
/// failure is an answer. Uses the proxies of `access`, and reads no environment variables.
Response fetch(const Request& request, const OutsideAccess& access, const Watch& watch);

}  // namespace dossier::net
