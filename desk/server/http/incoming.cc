// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/incoming.h"

#include <boost/beast/http/error.hpp>
#include <string>

#include "model/ascii.h"

namespace dossier::server {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

std::optional<Request> request_of(const http::request<http::string_body>& message) {
  Request request;
  request.method = text_of(message.method_string());
  for (const auto& field : message) {
    std::string& value = request.headers[ascii_lower(text_of(field.name_string()))];
    // Fields of one name are one list (RFC 9110, 5.3).
    if (!value.empty()) value += ", ";
    value += text_of(field.value());
  }
  const std::string target = text_of(message.target());
  if (!set_target(request, target)) return std::nullopt;
  return request;
}

std::optional<Response> refusal_of(const beast::error_code& error, const ListenerLimits& limits) {
  if (error == http::error::header_limit) {
    return Response::plain(431, "the head of the request is too long");
  }
  if (error == http::error::body_limit) {
    return Response::plain(413, "the body of the request is longer than " +
                                    std::to_string(limits.body_bytes >> 20) + " MiB");
  }
  const bool is_of_http = error.category() == make_error_code(http::error::bad_method).category();
  if (!is_of_http || error == http::error::partial_message) return std::nullopt;
  return Response::plain(400, "this is no HTTP request: " + error.message());
}

}  // namespace dossier::server
