// SPDX-License-Identifier: Apache-2.0
#include "engine/net/address.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "dossier/error.h"
#include "model/ascii.h"

namespace dossier::net {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

[[noreturn]] void refuse(std::string_view text, std::string_view why) {
  throw Error(ErrorCode::input, fmt::format("<{}> cannot be asked: {}", text, why));
}

/// A part of the address; empty when it has none.
std::string part(const Url& url, CURLUPart which, unsigned int flags = 0) {
  char* value = nullptr;
  if (curl_url_get(url.get(), which, &value, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, void (*)(void*)> owned(value, curl_free);
  return value;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The byte of an escape at `at`; -1 when there is none.
int escaped_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_unreserved(int byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

/// Escapes of characters that need none are undone, so that "%2e%2e" is "..".
std::string without_needless_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = escaped_byte(text, i);
    out += byte >= 0 && is_unreserved(byte) ? static_cast<char>(byte) : text[i];
    if (byte >= 0 && is_unreserved(byte)) i += 2;
  }
  return out;
}

/// What a server may make of a path: all escapes undone, "\\" as "/", segments without their
/// parameters (";a=b"), as servers of Java read them.
bool has_hidden_dot_segment(std::string_view path) {
  std::string decoded;
  bool in_parameters = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int byte = escaped_byte(path, i);
    const char c = byte >= 0 ? static_cast<char>(byte) : path[i];
    if (byte >= 0) i += 2;
    const bool ends = c == '\\' || c == '/';
    in_parameters = !ends && (in_parameters || c == ';');
    if (!in_parameters) decoded += ends ? '/' : c;
  }
  decoded += '/';
  return decoded.find("/../") != std::string::npos || decoded.find("/./") != std::string::npos;
}

bool has_controls(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return true;
  }
  return false;
}

std::string credentials_of(const Url& url) {
  const std::string user = part(url, CURLUPART_USER);
  const std::string password = part(url, CURLUPART_PASSWORD);
  return password.empty() ? user : user + ':' + password;
}

}  // namespace

std::string Address::text() const {
  const std::string user = credentials.empty() ? "" : credentials + '@';
  return scheme + "://" + user + host + ':' + port + path + (query.empty() ? "" : '?' + query);
}

Address parse_address(std::string_view text) {
  if (has_controls(text)) refuse(text, "it holds a control character");
  const Url url(curl_url());
  if (!url) throw std::bad_alloc();
  const std::string plain = without_needless_escapes(text.substr(0, text.find('#')));
  const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, plain.c_str(), CURLU_URLENCODE);
  if (code != CURLUE_OK) refuse(text, curl_url_strerror(code));
  Address address{.scheme = ascii_lower(part(url, CURLUPART_SCHEME)),
                  .host = ascii_lower(part(url, CURLUPART_HOST)),
                  .port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT),
                  .path = part(url, CURLUPART_PATH),
                  .query = part(url, CURLUPART_QUERY),
                  .credentials = credentials_of(url)};
  if (address.scheme != "http" && address.scheme != "https") {
    refuse(text, "only http and https are asked");
  }
  if (address.host.empty()) refuse(text, "it names no host");
  if (has_hidden_dot_segment(address.path)) refuse(text, "its path hides a \"..\" segment");
  return address;
}

bool is_below(const Address& start, const Address& address) {
  if (!start.credentials.empty() || !address.credentials.empty()) return false;
  if (start.scheme != address.scheme || start.host != address.host || start.port != address.port) {
    return false;
  }
  if (!start.query.empty()) return start.path == address.path && start.query == address.query;
  if (!address.path.starts_with(start.path)) return false;
  return start.path.ends_with('/') || address.path.size() == start.path.size() ||
         address.path[start.path.size()] == '/';
}

}  // namespace dossier::net
