// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/surroundings/*.txt: what stands around a text is left out, and gives its
// metadata.
//
//   --- document NAME      the lines below it are this document
//   = date: 2021-05-03     what is known of it: headline, date, author, place; "-": nothing
//   > PARAGRAPH            the paragraphs of its body, all of them, with spaces for line ends
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "extract/reader/read_document.h"
#include "tests/case_file.h"

namespace dossier::extract {
namespace {

std::map<std::string, std::string> facts_of(const Document& document) {
  return {{"headline", document.headline.empty() ? "-" : document.headline},
          {"date", document.date.value_or("-")},
          {"author", document.author.value_or("-")},
          {"place", document.place.value_or("-")},
          {"publisher", document.publisher.empty() ? "-" : document.publisher}};
}

std::string body_of(const Document& document) {
  std::string text;
  for (const Paragraph& paragraph : document.paragraphs)
    if (paragraph.kind == Paragraph::Kind::body)
      text += single_line(document, paragraph.span) + "\n";
  return text;
}

TEST_CASE("what stands around a text", "[surroundings]") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/surroundings", "=>");
  REQUIRE(cases.size() >= 15);
  for (const test::Case& one : cases) {
    INFO(one.where());
    const test::Step& source = one.only("document");
    const Document document = read_document(source.text, source.words);
    auto facts = facts_of(document);
    for (const std::string& fact : one.marked("=")) {
      const std::size_t colon = fact.find(": ");
      REQUIRE(colon != std::string::npos);
      INFO(fact);
      CHECK(facts[fact.substr(0, colon)] == fact.substr(colon + 2));
    }
    std::string wanted;
    for (const std::string& paragraph : one.marked(">")) wanted += paragraph + "\n";
    CHECK(body_of(document) == wanted);
  }
}

}  // namespace
}  // namespace dossier::extract
