// SPDX-License-Identifier: Apache-2.0
// Scanned pages: pictures of words, recognised by tesseract.
#include "extract/reader/recognize.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/pdf_pages.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/pdf_file.h"

namespace dossier::extract {
namespace {

/// Letters of straight strokes, as lines of a PDF: from the lower left corner of a box of 6 by 10.
const std::map<char, std::string_view> kStrokes{
    {'A', "0 0 m 3 10 l 6 0 l S 1.2 4 m 4.8 4 l S"},
    {'E', "6 0 m 0 0 l 0 10 l 6 10 l S 0 5 m 5 5 l S"},
    {'H', "0 0 m 0 10 l S 6 0 m 6 10 l S 0 5 m 6 5 l S"},
    {'I', "3 0 m 3 10 l S"},
    {'K', "0 0 m 0 10 l S 6 10 m 0 4 l S 2 6 m 6 0 l S"},
    {'L', "0 10 m 0 0 l 6 0 l S"},
    {'M', "0 0 m 0 10 l 3 4 l 6 10 l 6 0 l S"},
    {'N', "0 0 m 0 10 l 6 0 l 6 10 l S"},
    {'T', "3 0 m 3 10 l S 0 10 m 6 10 l S"},
    {'V', "0 10 m 3 0 l 6 10 l S"},
};

/// A page on which these lines are drawn, not written, and below it a page of text.
std::string drawn_pdf(const std::vector<std::string>& lines, const std::string& text = {}) {
  std::string content = "1.4 w 1 J 1 j\n";
  double y = 700;
  for (const std::string& line : lines) {
    double x = 60;
    for (const char letter : line) {
      if (letter != ' ')
        content += fmt::format("q 2 0 0 2 {} {} cm {} Q\n", x, y, kStrokes.at(letter));
      x += 18;
    }
    y -= 45;
  }
  const std::string page =
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << /Font "
      "<< "
      "/F 5 0 R >> >> >>";
  return test::pdf_of_objects(
      {"<< /Type /Catalog /Pages 2 0 R >>",
       fmt::format("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count {} >>", text.empty() ? 1 : 2),
       fmt::format(fmt::runtime(page), 6), fmt::format(fmt::runtime(page), 7),
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", test::pdf_stream(content),
       test::pdf_stream("BT /F 11 Tf 60 700 Td (" + text + ") Tj ET")});
}

ReadSettings with_recognition() {
  ReadSettings settings = test::pdf_settings();
  settings.pdf.recognize_scans = true;
  return settings;
}

Error error_of(const std::string& bytes, const ReadSettings& settings) {
  try {
    read_document(bytes, "a.pdf", settings);
  } catch (const Error& error) {
    return error;
  }
  FAIL("read without an error");
  throw;
}

const std::string kHead =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_"
    "num\tleft\ttop\twidth\theight\tconf\ttext\n";

}  // namespace

TEST_CASE("words have the height of their line and places in points") {
  const auto words = words_of_table(kHead +
                                        "4\t1\t1\t1\t1\t0\t300\t600\t900\t50\t-1\t\n"
                                        "5\t1\t1\t1\t1\t1\t300\t610\t150\t30\t96.5\tAda\n"
                                        "5\t1\t1\t1\t1\t2\t480\t600\t300\t50\t91\tBrandt\n",
                                    300);
  REQUIRE(words.size() == 2);
  CHECK(to_utf8(words[0].text) == "Ada");
  CHECK(words[0].left == 72);
  CHECK(words[0].right == 108);
  CHECK(words[0].top == 144);
  CHECK(words[1].top == 144);
  CHECK(words[1].bottom == 156);
}

TEST_CASE("what is hardly legible, and what is no row, is left out") {
  struct Case {
    const char* row;
    std::size_t words;
  };
  for (const Case& one : {Case{"5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t12\tAda", 0},
                          Case{"5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t95\t ", 0},
                          Case{"5\t1\t1\t1\t1\t1\t0\t0\t9\t9\tmuch\tAda", 0},
                          Case{"5\t1\t1\t1\t1\t1\tx\t0\t9\t9\t95\tAda", 0}, Case{"Ada", 0},
                          Case{"\t\t\t\t\t\t\t\t\t\t\t", 0}, Case{"", 0},
                          Case{"5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t95\tAda", 1}}) {
    INFO(one.row);
    CHECK(words_of_table(one.row, 300).size() == one.words);
  }
}

TEST_CASE("a page that is only drawn is read with --ocr", "[ocr]") {
  const std::string text =
      to_utf8(read_document(drawn_pdf({"ANNA MET KEVIN", "IN A TALL TENT"}, "Ada Brandt came."),
                            "a.pdf", with_recognition())
                  .text);
  INFO(text);
  CHECK(text.find("ANNA MET KEVIN") != std::string::npos);
  CHECK(text.find("TALL TENT") != std::string::npos);
  CHECK(text.find("Ada Brandt came.") != std::string::npos);
}

TEST_CASE("without --ocr a drawn page is a gap, and a document of nothing else is refused",
          "[pdf]") {
  const auto settings = test::pdf_settings();
  CHECK(to_utf8(read_document(drawn_pdf({"ANNA"}, "Ada Brandt came."), "a.pdf", settings).text) ==
        "Ada Brandt came.");
  const Error error = error_of(drawn_pdf({"ANNA"}), settings);
  CHECK(error.code() == ErrorCode::input);
  CHECK(std::string(error.what()).find("--ocr reads scanned pages") != std::string::npos);
}

TEST_CASE("an empty page has no words, and takes no other page's time", "[ocr]") {
  const Error error = error_of(drawn_pdf({}), with_recognition());
  CHECK(std::string(error.what()) == "a.pdf: no text was recognised in the PDF");
  ReadSettings settings = with_recognition();
  settings.pdf.time = std::chrono::milliseconds(0);
  CHECK(error_of(drawn_pdf({"ANNA"}), settings).code() == ErrorCode::limit);
}

TEST_CASE("a program that is no tesseract is named", "[pdf]") {
  PagePicture picture{2, 2, 300, std::string(4, '\xff')};
  const auto later = ChildProgram::Clock::now() + std::chrono::minutes(1);
  CHECK_THROWS_WITH(recognize_words(picture, "/bin/false", "a.pdf", {}, later),
                    Catch::Contains("a.pdf: the program /bin/false failed"));
  CHECK(recognize_words(picture, "/bin/true", "a.pdf", {}, later).empty());
}

}  // namespace dossier::extract
