// SPDX-License-Identifier: Apache-2.0
// http and https addresses in a form that can be compared. Private to engine/net.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::net {

/// A normalised address (RFC 3986, section 6.2): scheme and host in lower case, the port always
/// there, no dot segments, escapes only where they are needed. It has no fragment.
struct Address {
  std::string scheme;
  std::string host;
  std::string port;
  std::string path;         ///< begins with "/"
  std::string query;        ///< without its "?"
  std::string credentials;  ///< "user:password"; empty when there are none

  /// The address to send a request to.
  std::string text() const;
};

/// Throws Error(input) for a text that is no http or https address, and for a path that a server
/// could read as one with dot segments ("/pub/..%2Fsecret").
Address parse_address(std::string_view text);

/// Whether `address` lies below `start`: the same scheme, host and port, and a path that begins
/// with the segments of its path. Never for an address with a user or password, and for a start
/// with a query only when path and query are the same.
bool is_below(const Address& start, const Address& address);

}  // namespace dossier::net
