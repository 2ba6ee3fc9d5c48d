// SPDX-License-Identifier: Apache-2.0
// Who may ask.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "desk/server/guard.h"

using namespace dossier::server;

namespace {

constexpr const char* kToken = "0123456789abcdef";

Request request(std::map<std::string, std::string> headers, const char* target = "/facts.json",
                const char* method = "GET") {
  Request made;
  made.method = method;
  REQUIRE(set_target(made, target));
  made.headers = std::move(headers);
  if (!made.headers.contains("host")) made.headers["host"] = "127.0.0.1:7780";
  return made;
}

int status(const Guard& guard, const Request& asked) {
  const auto refusal = guard.refuse(asked);
  return refusal ? refusal->status : 200;
}

}  // namespace

TEST_CASE("other names than its own are refused: somebody let them point here") {
  const Guard guard(ServeOptions{.host = "desk.example.org"});
  for (const char* const host : {"127.0.0.1:7780", "localhost:7780", "localhost", "[::1]:7780",
                                 "10.1.2.3:80", "Desk.Example.org:7780", ""}) {
    CHECK(status(guard, request({{"host", host}})) == 200);
  }
  for (const char* const host : {"evil.example", "evil.example:7780", "127.0.0.1.evil.example",
                                 "localhost.evil.example", "1.2.3", "[::1", "@localhost"}) {
    INFO(host);
    CHECK(status(guard, request({{"host", host}})) == 403);
  }
}

TEST_CASE("what another page sends is refused, but not a link to here") {
  const Guard guard{ServeOptions{}};
  const auto from = [](const char* site, const char* mode) {
    return request({{"sec-fetch-site", site}, {"sec-fetch-mode", mode}});
  };
  CHECK(status(guard, from("same-origin", "cors")) == 200);
  CHECK(status(guard, from("none", "navigate")) == 200);
  CHECK(status(guard, from("cross-site", "navigate")) == 200);
  CHECK(status(guard, from("cross-site", "no-cors")) == 403);
  CHECK(status(guard, from("same-site", "cors")) == 403);
  CHECK(status(guard, request({{"origin", "http://127.0.0.1:7780"}}, "/edit/merge", "POST")) ==
        200);
  for (const char* const origin : {"http://evil.example", "null", "http://127.0.0.1:7781",
                                   "http://127.0.0.1:7780.evil.example"}) {
    CHECK(status(guard, request({{"origin", origin}}, "/edit/merge", "POST")) == 403);
  }
  CHECK(status(guard, request({{"sec-fetch-site", "cross-site"}, {"sec-fetch-mode", "navigate"}},
                              "/edit/merge", "POST")) == 403);
}

TEST_CASE("the token opens, in each of its forms") {
  const Guard guard(ServeOptions{.edit = true, .token = kToken});
  const std::string token = kToken;
  CHECK(status(guard, request({})) == 401);
  CHECK(status(guard, request({{"authorization", "Bearer " + token}})) == 200);
  CHECK(status(guard, request({{"authorization", "bearer " + token}})) == 200);
  CHECK(status(guard, request({{"authorization", "Basic YW55Ym9keTowMTIzNDU2Nzg5YWJjZGVm"}})) ==
        200);
  CHECK(status(guard, request({{"cookie", "a=b; dossier_7780=" + token}})) == 200);
  CHECK(status(guard, request({}, "/facts.json?token=0123456789abcdef")) == 200);
  const std::vector<std::string> wrong_ones{
      "Bearer ", "Bearer " + token + "0", "Bearer " + token.substr(1), "Basic !!!", "Basic", token};
  for (const std::string& wrong : wrong_ones) {
    CHECK(status(guard, request({{"authorization", wrong}})) == 401);
  }
  CHECK(status(guard, request({{"cookie", "dossier_7781=" + token}})) == 401);
}

TEST_CASE("a page that is opened with the token gets a cookie and an address without it") {
  const Guard guard(ServeOptions{.edit = true, .token = kToken});
  const auto response = guard.refuse(
      request({{"accept", "text/html"}}, "//facts?token=0123456789abcdef&status=denied"));
  REQUIRE(response);
  CHECK(response->status == 303);
  std::map<std::string, std::string> headers(response->headers.begin(), response->headers.end());
  CHECK(headers["Location"] == "/facts?status=denied");
  CHECK(headers["Set-Cookie"].find("HttpOnly; SameSite=Strict") != std::string::npos);
}

TEST_CASE("random tokens differ") { CHECK(random_token() != random_token()); }

TEST_CASE("loopback addresses") {
  CHECK(is_loopback("127.0.0.1"));
  CHECK(is_loopback("127.8.8.8"));
  CHECK(is_loopback("::1"));
  CHECK(is_loopback("localhost"));
  CHECK_FALSE(is_loopback("0.0.0.0"));
  CHECK_FALSE(is_loopback("127.evil.example"));
}
