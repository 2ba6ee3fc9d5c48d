// SPDX-License-Identifier: Apache-2.0
// Sentences of PDF files that something else parts.
#include <catch2/catch.hpp>
#include <string>

#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/pdf_file.h"

namespace dossier::extract {
namespace {

using test::pdf_column;
using test::pdf_file;
using test::pdf_settings;
using test::PdfTexts;

TEST_CASE("a caption or a note of a PDF parts no sentence", "[pdf]") {
  const PdfTexts first =
      pdf_column(60, 700, 11,
                 {"The keepers asked for a boat in 1964, when the mayor of the town",
                  "visited the lock. He said in a letter to the board of the"}) +
      PdfTexts{{60, 100, 8, "1 Letter of the keepers, 4 May 1964."}};
  const PdfTexts second =
      pdf_column(60, 700, 11, {"canal that he was sorry. The boat came soon after that, and it"}) +
      PdfTexts{{200, 600, 9, "Figure 1: The boat at the lock"}} +
      pdf_column(60, 500, 11, {"broke the ice within two days. The keepers were glad about that."});
  const Document document = read_document(pdf_file({first, second}), "a.pdf", pdf_settings());
  std::string body;
  for (const Paragraph& paragraph : document.paragraphs)
    if (paragraph.kind == Paragraph::Kind::body)
      body += single_line(document, paragraph.span) + "\n";
  CHECK(
      body ==
      "The keepers asked for a boat in 1964, when the mayor of the town visited the lock. He said "
      "in a letter to the board of the canal that he was sorry. The boat came soon after that, and "
      "it broke the ice within two days. The keepers were glad about that.\n"
      "Letter of the keepers, 4 May 1964.\n");
  REQUIRE(document.positions.size() >= 2);
  CHECK(document.positions[0].page == 1);
  CHECK(document.positions[1].page == 2);
  CHECK(to_utf8(document.text.substr(document.positions[1].begin)).starts_with("canal that"));
}

}  // namespace
}  // namespace dossier::extract
