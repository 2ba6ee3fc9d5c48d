// SPDX-License-Identifier: Apache-2.0
// Lines as views: the same statements as parse_rdf() gives, and bad lines stepped over.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parser/rdf/lines.h"

namespace dossier {
namespace {

struct Bad {
  std::uint32_t line;
  std::uint32_t column;
  std::string text;
  bool operator==(const Bad&) const = default;
};

}  // namespace

TEST_CASE("Lines give what the document gives") {
  const std::string text =
      "<s:a> <p:b> \"a\\tb\" .\r\n\n# a comment\n"
      "_:b1 <p:b> <<( <s:a> <p:b> \"x\\ny\"@en--ltr )>> <g:g> .\r"
      "<s:\\u00E4> <p:b> \"1\"^^<http://www.w3.org/2001/XMLSchema#string> .";
  std::vector<Quad> want;
  parse_rdf(text, {}, [&](Quad&& quad) { want.push_back(std::move(quad)); });
  std::vector<Quad> got;
  parse_lines(text, {}, [&](const QuadView& quad) { got.push_back(to_quad(quad)); });
  REQUIRE(want.size() == 3);
  CHECK(got == want);
}

TEST_CASE("Bad lines are told with their place, and reading goes on") {
  const std::string text =
      "<s:a> <p:b> <o:1> .\noops\r\n<s:a> <p:b> \"\xC3\xA4\" x .\n"
      "<s:a> <p:b> \"\xFF\" .\n<s:a> <p:b> <o:2> .\n<s:a> <p:b>";
  std::vector<Bad> bad;
  int statements = 0;
  const auto count = [&](const QuadView&) { ++statements; };
  parse_lines(text, {}, count, [&](const Error& error, std::string_view line) {
    bad.push_back({error.position()->line, error.position()->column, std::string(line)});
  });
  CHECK(statements == 2);
  const std::vector<Bad> want{{2, 1, "oops"},
                              {3, 17, "<s:a> <p:b> \"\xC3\xA4\" x ."},
                              {4, 14, "<s:a> <p:b> \"\xFF\" ."},
                              {6, 12, "<s:a> <p:b>"}};
  CHECK(bad == want);
  CHECK_THROWS_AS(parse_lines(text, {}, count), Error);
}

TEST_CASE("What a receiver of lines throws is no bad line") {
  const auto refuse = [](const QuadView&) { throw Error(ErrorCode::storage, "full"); };
  CHECK_THROWS_WITH(
      parse_lines("<s:a> <p:b> <o:1> .\n", {}, refuse, [](const Error&, std::string_view) {}),
      "full");
}

}  // namespace dossier
