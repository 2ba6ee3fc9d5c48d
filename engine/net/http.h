// SPDX-License-Identifier: Apache-2.0
// HTTP requests of a running query or update: SERVICE and LOAD. The only file that includes libcurl
// is its implementation.
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
  bool post = false;
};

struct Response {
  long status = 0;
  std::string media_type;  ///< as the header has it; may be empty
  std::string body;        ///< its transfer encoding undone
  std::string url;         ///< where it came from in the end
};

/// Whether the caller allows requests to `url`.
bool is_allowed(const OutsideAccess& access, std::string_view url);

/// Called many times a second while waiting; what it throws ends the request and reaches the
/// caller.
using Check = std::function<void()>;

/// One request, redirections followed. Throws Error(usage) for an address that is not allowed, also
/// one it is redirected to, Error(input) when there is no answer, Error(limit) for a longer one
/// than allowed. A status of failure is an answer. Reads no environment variables, so no
/// proxies.
Response fetch(const Request& request, const OutsideAccess& access, const Check& check);

}  // namespace dossier::net
