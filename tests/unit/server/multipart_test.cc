// SPDX-License-Identifier: Apache-2.0
// Bodies of several parts.
#include <catch2/catch.hpp>
#include <string>

#include "desk/server/http/multipart.h"
#include "dossier/error.h"

using namespace dossier;
using namespace dossier::server;

TEST_CASE("parts have names, types and bodies") {
  const std::string body =
      "--b\r\nContent-Disposition: form-data; name=\"one\"\r\nContent-Type: text/turtle; "
      "charset=utf-8\r\n\r\nfirst\r\nline\r\n--b\r\ncontent-disposition: form-data; name=two\r\n"
      "\r\n\r\n--b--\r\n";
  const auto parts = parse_multipart(body, "b");
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].name == "one");
  CHECK(parts[0].media_type == "text/turtle");
  CHECK(parts[0].body == "first\r\nline");
  CHECK(parts[1].name == "two");
  CHECK(parts[1].body.empty());
}

TEST_CASE("a preamble is skipped") {
  CHECK(parse_multipart("hello\r\n--b\r\nX: y\r\n\r\ntext\r\n--b--", "b").size() == 1);
}

TEST_CASE("what does not have the form is an error") {
  for (const char* const body : {"", "--b", "--b\r\n", "--b\r\nX: y\r\n\r\ntext", "--bX\r\n",
                                 "--b\r\nno head\r\n--b--", "text", "--b\r\n--b\r\n--b--"}) {
    CHECK_THROWS_AS(parse_multipart(body, "b"), Error);
  }
  CHECK_THROWS_AS(parse_multipart("--\r\n\r\n\r\n----", ""), Error);
}

TEST_CASE("the number of parts is limited") {
  std::string body;
  for (int i = 0; i < 1002; ++i) body += "\r\n--b\r\nX: y\r\n\r\ntext";
  CHECK_THROWS_AS(parse_multipart(body + "\r\n--b--", "b"), Error);
}
