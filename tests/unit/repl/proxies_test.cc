// SPDX-License-Identifier: Apache-2.0
#include "repl/input/proxies.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "dossier/error.h"

using namespace dossier;
using namespace dossier::repl;

namespace {

const std::vector<const char*> kNames{"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
                                      "all_proxy",  "ALL_PROXY",  "no_proxy",    "NO_PROXY"};

/// "http https except" of an environment that has these variables.
std::string read(const std::map<std::string, std::string>& variables) {
  for (const char* name : kNames) unsetenv(name);
  for (const auto& [name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
  const Proxies proxies = proxies_of_environment();
  for (const char* name : kNames) unsetenv(name);
  return proxies.http + " " + proxies.https + " " + proxies.except;
}

}  // namespace

TEST_CASE("proxies come from the usual variables") {
  struct Case {
    std::map<std::string, std::string> variables;
    const char* wanted;
  };
  const Case cases[] = {
      {{}, "  "},
      {{{"http_proxy", "a"}, {"https_proxy", "b"}, {"no_proxy", "c"}}, "a b c"},
      {{{"HTTPS_PROXY", "B"}, {"NO_PROXY", "C"}}, " B C"},
      {{{"https_proxy", "b"}, {"HTTPS_PROXY", "B"}}, " b "},
      {{{"HTTP_PROXY", "A"}}, "  "},  // a header of a CGI program's client
      {{{"all_proxy", "x"}, {"https_proxy", "b"}}, "x b "},
      {{{"ALL_PROXY", "X"}, {"http_proxy", ""}}, "X X "},
  };
  for (const Case& one : cases) CHECK(read(one.variables) == one.wanted);
}

TEST_CASE("what can be no proxy is refused") {
  for (const char* good : {"", "host", "host:3128", "http://u:p@host:1", "socks5h://[::1]:9050"})
    CHECK_NOTHROW(require_proxy("--proxy", good));
  for (const char* bad : {"ftp://host", "http://", "two words"})
    CHECK_THROWS_AS(require_proxy("--proxy", bad), Error);
}
