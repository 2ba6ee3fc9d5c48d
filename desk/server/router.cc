// SPDX-License-Identifier: Apache-2.0
#include "desk/server/router.h"

#include <array>
#include <new>
#include <string>

#include "desk/server/page/page.h"
#include "desk/server/protocol/protocol.h"
#include "desk/server/views/views.h"
#include "dossier/error.h"

namespace dossier::server {
namespace {

bool is_at(const std::string& path, std::string_view place) {
  return path == place || (path.starts_with(place) && path[place.size()] == '/');
}

/// What a browser must keep to with everything that comes from here.
void add_security(Response& response) {
  static constexpr std::array<std::pair<const char*, const char*>, 5> kHeaders{{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
       "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
  }};
  for (const auto& [name, value] : kHeaders) response.headers.emplace_back(name, value);
  for (const auto& [name, value] : response.headers) {
    if (name == "Cache-Control") return;
  }
  response.headers.emplace_back("Cache-Control", "no-store");
}

Response failure(const Request& request, int status, const std::string& text) {
  if (wants_json(request)) return json_failure(status, text);
  return Response::plain(status, text);
}

}  // namespace

std::optional<Response> Router::refuse(const Request& head) {
  std::optional<Response> refusal = guard_.refuse(head);
  if (refusal) add_security(*refusal);
  return refusal;
}

bool Router::is_long(const Request& request) const {
  return is_at(request.path, "/sparql") || is_at(request.path, "/graphs") ||
         request.path.starts_with("/query.");
}

Response Router::answer(const Request& request) {
  Response response;
  try {
    response = route(request);
  } catch (const HttpError& error) {
    response = failure(request, error.status, error.text);
    if (!error.allow.empty()) response.headers.emplace_back("Allow", error.allow);
  } catch (const Error& error) {
    response = failure(request, status_of(error), error.describe());
  } catch (const std::bad_alloc&) {
    response = failure(request, 503, "there is not enough memory for this answer");
  } catch (const std::exception& error) {
    response = failure(request, 500, error.what());
  }
  add_security(response);
  return response;
}

Response Router::route(const Request& request) const {
  if (request.path == "/sparql" || request.path == "/sparql/") {
    return answer_sparql(context_, request);
  }
  if (is_at(request.path, "/graphs")) return answer_graphs(context_, request);
  if (auto response = answer_view(context_, request)) return *std::move(response);
  if (auto response = answer_file(request)) return *std::move(response);
  throw HttpError{404, "there is nothing at " + request.path};
}

}  // namespace dossier::server
