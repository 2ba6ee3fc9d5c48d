// SPDX-License-Identifier: Apache-2.0
// Who may ask at all. A browser sends requests for any page that is open in it, so a server on
// 127.0.0.1 is not private by itself:
//  - Host: a name that somebody let point to this machine (DNS rebinding) is refused. Addresses,
//    "localhost" and the name that the server was given are accepted.
//  - Origin and Sec-Fetch-Site: what another page sends (CSRF) is refused, but for following a
//    link.
//  - the token: as "Authorization: Bearer", as the password of "Authorization: Basic" with any
//    user, as the cookie that the page gets when it is opened with ?token=, or as that parameter.
#pragma once

#include <optional>
#include <string>

#include "desk/server/http/message.h"
#include "desk/server/options.h"

namespace dossier::server {

/// Stateless; any thread.
class Guard {
 public:
  explicit Guard(const ServeOptions& options) : options_(options) {}
  /// None when the request may be answered.
  std::optional<Response> refuse(const Request& request) const;

 private:
  bool is_own_host(std::string_view host) const;
  bool has_token(const Request& request) const;
  std::string cookie_name() const;
  std::optional<Response> check_token(const Request& request) const;

  ServeOptions options_;
};

}  // namespace dossier::server
