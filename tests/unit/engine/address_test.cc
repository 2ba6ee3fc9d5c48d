// SPDX-License-Identifier: Apache-2.0
// Which addresses lie below an allowed one.
#include "engine/net/address.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"

using dossier::net::is_below;
using dossier::net::parse_address;

namespace {

struct Case {
  const char* start;
  const char* address;
};

}  // namespace

TEST_CASE("an address is normalised") {
  const Case cases[] = {
      {"HTTP://Example.ORG", "http://example.org:80/"},
      {"https://example.org/a/../b/./c", "https://example.org:443/b/c"},
      {"http://example.org/%2e%2e/%7Eme", "http://example.org:80/~me"},
      {"http://example.org:8080/?q=1#part", "http://example.org:8080/?q=1"},
      {"http://example.org/caf\xC3\xA9", "http://example.org:80/caf%c3%a9"},
  };
  for (const auto& [text, normal] : cases) CHECK(parse_address(text).text() == normal);
}

TEST_CASE("what lies below an allowed address") {
  const Case cases[] = {
      {"http://example.org", "http://example.org"},
      {"http://example.org", "http://EXAMPLE.org/any/path?q=1"},
      {"http://example.org:80", "http://example.org/"},
      {"http://example.org/pub", "http://example.org/pub"},
      {"http://example.org/pub", "http://example.org/pub?query=x"},
      {"http://example.org/pub", "http://example.org/pub/a"},
      {"http://example.org/pub/", "http://example.org/pub/a"},
      {"http://example.org/pub/", "http://example.org/x/../pub/a"},
      {"http://example.org/?a=1", "http://example.org/?a=1"},
      {"http://[::1]:3030/", "http://[::1]:3030/ds"},
  };
  for (const auto& [start, address] : cases) {
    INFO(start << " " << address);
    CHECK(is_below(parse_address(start), parse_address(address)));
  }
}

TEST_CASE("what does not lie below an allowed address") {
  const Case cases[] = {
      {"http://example.org", "http://example.org.attacker.net/"},
      {"http://example.org", "https://example.org/"},
      {"http://example.org", "http://example.org:8080/"},
      {"http://example.org", "http://example.org@127.0.0.1/"},
      {"http://example.org:80", "http://example.org:80@127.0.0.1:18411/ok"},
      {"http://example.org", "http://user:secret@example.org/"},
      {"http://127.0.0.1", "http://127.0.0.1.attacker.invalid/"},
      {"http://127.0.0.1:1841", "http://127.0.0.1:18412/"},
      {"http://example.org/pub", "http://example.org/public"},
      {"http://example.org/pub/", "http://example.org/pub/../ok"},
      {"http://example.org/pub/", "http://example.org/pub/%2e%2E/ok"},
      {"http://example.org/pub/", "http://example.org/ok?/pub/"},
      {"http://example.org/pub/", "http://example.org/ok#/pub/"},
      {"http://example.org/?a=1", "http://example.org/?a=12"},
  };
  for (const auto& [start, address] : cases) {
    INFO(start << " " << address);
    CHECK_FALSE(is_below(parse_address(start), parse_address(address)));
  }
}

TEST_CASE("what is no address to ask") {
  for (const char* text : {"", "example.org", "urn:a", "file:///etc/passwd", "ftp://example.org/",
                           "gopher://example.org/", "http://", "http://example.org/pub/..%2Fok",
                           "http://example.org/pub/..%5cok", "http://example.org/pub/..\\ok",
                           "http://example.org/pub/..;/ok", "http://example.org/pub/%2e%2e;a=b/ok",
                           "http://example.org/pub/..;a%2Fok", "http://example.org/pub/.%3B/ok",
                           "http://example.org/a\r\nb"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_address(text), dossier::Error);
  }
}
