// SPDX-License-Identifier: Apache-2.0
#include "desk/server/guard.h"

#include <arpa/inet.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "desk/server/http/form.h"
#include "dossier/error.h"
#include "model/ascii.h"

namespace dossier::server {
namespace {

bool is_address(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

/// Without the port and the brackets of an IPv6 address.
std::string name_of(std::string_view host) {
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    return end == std::string_view::npos ? "" : std::string(host.substr(1, end - 1));
  }
  return ascii_lower(host.substr(0, host.find(':')));
}

/// Takes the same time wherever the texts differ.
bool same_secret(std::string_view given, std::string_view secret) {
  unsigned different = given.size() == secret.size() ? 0 : 1;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    const char other = i < given.size() ? given[i] : '\0';
    different |= static_cast<unsigned char>(secret[i] ^ other);
  }
  return different == 0;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string base64_decoded(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) break;
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return out;
}

std::string cookie_of(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::string_view pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(pair.size() + 1, header.size()));
    const std::size_t start = std::min(pair.find_first_not_of(' '), pair.size());
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals < start) continue;
    if (pair.substr(start, equals - start) == name) return std::string(pair.substr(equals + 1));
  }
  return {};
}

std::string parameter(const Request& request, std::string_view name) {
  try {
    return Form::parse(request.query).text(name);
  } catch (const Error&) {
    return {};  // what answers the request says what is wrong with it
  }
}

bool wants_page(const Request& request) {
  return request.method == "GET" &&
         request.header("accept").find("text/html") != std::string_view::npos;
}

bool is_foreign(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  const bool reads = request.method == "GET" || request.method == "HEAD";
  const bool follows_link = reads && request.header("sec-fetch-mode") == "navigate";
  if ((site == "cross-site" || site == "same-site") && !follows_link) return true;
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return false;
  const std::string host(request.header("host"));
  return origin != "http://" + host && origin != "https://" + host;
}

/// The target without its token.
std::string without_token(const Request& request) {
  std::string rest;
  const Form form = Form::parse(request.query);
  for (const auto& [name, value] : form.fields()) {
    if (name == "token") continue;
    rest += (rest.empty() ? "?" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  }
  // "//host" would be another machine.
  const std::size_t start = request.raw_path.find_first_not_of('/');
  return "/" + (start == std::string::npos ? "" : request.raw_path.substr(start)) + rest;
}

constexpr const char* kTokenPage =
    "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Dossier</title>"
    "<link rel=\"stylesheet\" href=\"/page/desk.css\">"
    "<main class=\"token\"><h1>Dossier</h1><p>This knowledge base asks for a token. The program "
    "that "
    "serves it has printed one, in the address behind <code>?token=</code>.</p>"
    "<form><label>Token <input name=\"token\" type=\"password\" autofocus></label> "
    "<button>Open</button></form></main></html>";

Response unauthorized(const Request& request) {
  Response response = Response::plain(
      401,
      "a token is needed: send it as \"Authorization: Bearer TOKEN\" or open the address that "
      "the server printed");
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"dossier\"");
  if (wants_page(request)) {
    response.media_type = "text/html; charset=utf-8";
    response.text = kTokenPage;
  }
  return response;
}

}  // namespace

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || (is_address(host) && host.starts_with("127."));
}

std::string random_token() {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    throw Error(ErrorCode::input,
                std::string("the system gives no random bytes: ") + std::strerror(errno));
  }
  std::string token;
  for (const unsigned char byte : bytes) token += {kDigits[byte >> 4], kDigits[byte & 15]};
  return token;
}

std::optional<Response> Guard::refuse(const Request& request) const {
  const std::string_view host = request.header("host");
  if (!is_own_host(host)) {
    return Response::plain(403, "this server is not called " + std::string(host.substr(0, 80)) +
                                    "; use its address, localhost or the name given with --host");
  }
  if (is_foreign(request)) {
    return Response::plain(403, "requests that another page sends are refused");
  }
  if (options_.token.empty() || request.path == "/page/desk.css") return std::nullopt;
  return check_token(request);
}

std::optional<Response> Guard::check_token(const Request& request) const {
  const std::string given = parameter(request, "token");
  if (same_secret(given, options_.token) && wants_page(request)) {
    Response response = Response::plain(303, "");
    response.headers.emplace_back("Location", without_token(request));
    response.headers.emplace_back(
        "Set-Cookie", cookie_name() + "=" + options_.token + "; Path=/; HttpOnly; SameSite=Strict");
    return response;
  }
  if (has_token(request) || same_secret(given, options_.token)) return std::nullopt;
  return unauthorized(request);
}

bool Guard::is_own_host(std::string_view host) const {
  if (host.empty()) return true;  // no browser sends it so
  const std::string name = name_of(host);
  return name == "localhost" || name == ascii_lower(options_.host) || is_address(name);
}

std::string Guard::cookie_name() const { return "dossier_" + std::to_string(options_.port); }

bool Guard::has_token(const Request& request) const {
  const std::string_view authorization = request.header("authorization");
  const std::string scheme = ascii_lower(authorization.substr(0, authorization.find(' ')));
  const std::string_view rest =
      authorization.substr(std::min(scheme.size() + 1, authorization.size()));
  if (scheme == "bearer" && same_secret(rest, options_.token)) return true;
  if (scheme == "basic") {
    const std::string pair = base64_decoded(rest);
    const std::size_t colon = pair.find(':');
    if (colon != std::string::npos &&
        same_secret(std::string_view(pair).substr(colon + 1), options_.token)) {
      return true;
    }
  }
  return same_secret(cookie_of(request.header("cookie"), cookie_name()), options_.token);
}

}  // namespace dossier::server
