// SPDX-License-Identifier: Apache-2.0
#include "repl/input/proxies.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>

#include "dossier/error.h"

namespace dossier::repl {

namespace {

/// The first of these variables that is there and not empty.
std::string first_of(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

constexpr std::array<std::string_view, 6> kSchemes{"http",    "https",  "socks4",
                                                   "socks4a", "socks5", "socks5h"};

}  // namespace

Proxies proxies_of_environment() {
  return {.http = first_of({"http_proxy", "all_proxy", "ALL_PROXY"}),
          .https = first_of({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}),
          .except = first_of({"no_proxy", "NO_PROXY"})};
}

void require_proxy(std::string_view option, const std::string& proxy) {
  const std::size_t colon = proxy.find("://");
  const std::string_view scheme =
      colon == std::string::npos ? kSchemes[0] : std::string_view(proxy).substr(0, colon);
  const bool is_known = std::find(kSchemes.begin(), kSchemes.end(), scheme) != kSchemes.end();
  const bool has_host = colon == std::string::npos || proxy.size() > colon + 3;
  if (is_known && has_host && proxy.find(' ') == std::string::npos) return;
  throw Error(ErrorCode::usage,
              fmt::format("{}: {} is no proxy; give its address, as in http://host:3128, or \"\"",
                          option, proxy));
}

}  // namespace dossier::repl
