// SPDX-License-Identifier: Apache-2.0
// Percent encoding and forms.
#include <catch2/catch.hpp>

#include "desk/server/http/form.h"
#include "desk/server/http/message.h"
#include "dossier/error.h"

using namespace dossier;
using namespace dossier::server;

TEST_CASE("escapes are undone once, and what is no escape or no UTF-8 is refused") {
  CHECK(percent_decoded("a%20b+c", Plus::is_space) == "a b c");
  CHECK(percent_decoded("a+b", Plus::stays) == "a+b");
  CHECK(percent_decoded("%2531", Plus::stays) == "%31");
  CHECK(percent_decoded("%C3%A9", Plus::stays) == "\xC3\xA9");
  for (const char* const broken : {"%", "%4", "%zz", "%C3", "%FF%FE", "%ED%A0%80"}) {
    CHECK_FALSE(percent_decoded(broken, Plus::stays));
  }
}

TEST_CASE("what is encoded comes back") {
  const std::string text = "\xC3\xA9 a/b?c=d&e+f%\n\"<>";
  CHECK(percent_decoded(percent_encoded(text), Plus::is_space) == text);
  CHECK(percent_encoded("a-b_c.d~e") == "a-b_c.d~e");
}

TEST_CASE("a form keeps the order and the number of its fields") {
  const Form form = Form::parse("a=1&b=&a=2&&c&d=x=y");
  CHECK(form.all("a") == std::vector<std::string>{"1", "2"});
  CHECK(form.get("b") == "");
  CHECK(form.has("c"));
  CHECK(form.text("d") == "x=y");
  CHECK_FALSE(form.get("e"));
  CHECK_THROWS_AS(Form::parse("a=%zz"), Error);
  CHECK_THROWS_AS(Form::parse("a=%ff"), Error);
}

TEST_CASE("a target is a path and a query") {
  Request request;
  REQUIRE(set_target(request, "/a%20b/c?x=%31"));
  CHECK(request.path == "/a b/c");
  CHECK(request.raw_path == "/a%20b/c");
  CHECK(request.query == "x=%31");
  for (const char* const target : {"", "*", "http://here/", "/%00", "/%ff", "/%"}) {
    Request other;
    CHECK_FALSE(set_target(other, target));
  }
}
