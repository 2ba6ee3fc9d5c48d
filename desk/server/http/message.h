// SPDX-License-Identifier: Apache-2.0
// A request and its response, as the rest of the server sees them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/server/http/spool.h"
#include "dossier/query.h"

namespace dossier::server {

struct Request {
  std::string method;                          ///< "GET"
  std::string path;                            ///< decoded, begins with "/"
  std::string raw_path;                        ///< as sent
  std::string query;                           ///< behind the "?", as sent
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  CancellationToken cancellation;  ///< raised when the client is gone or the server stops

  /// "" when there is none.
  std::string_view header(const std::string& name) const;
  bool is_head() const { return method == "HEAD"; }
};

struct Response {
  int status = 200;
  std::string media_type = "text/plain; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string text;
  /// Sent instead of `text` when set: a document that may be long.
  std::shared_ptr<Spool> document;

  static Response plain(int status, std::string text);
};

/// The path and the query of a request's target. False for a target that is no path.
bool set_target(Request& request, std::string_view target);

}  // namespace dossier::server
