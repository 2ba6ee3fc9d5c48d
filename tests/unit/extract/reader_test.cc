// SPDX-License-Identifier: Apache-2.0
// Documents of several genres, written for this test, and what the reader makes of them.
#include "extract/reader/read_document.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "dossier/error.h"
#include "extract/lexicon/lexicon.h"
#include "extract/reader/dateline.h"
#include "extract/reader/person_name.h"
#include "extract/reader/source_name.h"
#include "extract/reader/speaker_label.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/describe_document.h"
#include "tests/unit/extract/pdf_file.h"

namespace dossier::extract {
namespace {

using test::describe;
using test::gzipped;

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

ErrorCode error_of(const std::string& bytes, const std::string& name) {
  try {
    read_document(bytes, name, test::pdf_settings());
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(name) != std::string::npos);
    return error.code();
  }
  FAIL("read without an error");
  return ErrorCode::usage;
}

const std::string kText = "Caf\xC3\xA9 prices rose.\n\nNobody was surprised.\n";

}  // namespace

TEST_CASE("documents of several genres are read as expected") {
  std::size_t read = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(DOSSIER_TEST_DATA) / "documents")) {
    if (entry.path().extension() == ".expected") continue;
    INFO(entry.path().filename().string());
    const Document document = read_document(read_file(entry.path()), entry.path().string());
    CHECK(describe(document) == read_file(entry.path().string() + ".expected"));
    ++read;
  }
  CHECK(read >= 10);
}

TEST_CASE("the same text is read from every encoding and from gzip") {
  const std::u32string code_points = to_code_points(kText);
  std::string latin, little, big, wide;
  for (const char32_t c : code_points) {
    latin += static_cast<char>(c);
    little += {static_cast<char>(c), '\0'};
    big += {'\0', static_cast<char>(c)};
    wide += {static_cast<char>(c), '\0', '\0', '\0'};
  }
  // ICU needs more than two lines to be sure of an 8-bit encoding.
  const std::string long_latin = latin + latin + latin + latin;
  CHECK(read_document(kText, "a.txt").text == code_points);
  CHECK(read_document("\xEF\xBB\xBF" + kText, "a.txt").text == code_points);
  CHECK(read_document("\xFF\xFE" + little, "a.txt").text == code_points);
  CHECK(read_document("\xFE\xFF" + big, "a.txt").text == code_points);
  CHECK(read_document(little, "a.txt").text == code_points);
  CHECK(read_document(std::string("\xFF\xFE\0\0", 4) + wide, "a.txt").text == code_points);
  CHECK(read_document(gzipped(kText), "a.txt.gz").text == code_points);
  CHECK(read_document(long_latin, "a.txt").text ==
        code_points + code_points + code_points + code_points);
}

TEST_CASE("what is no text is refused and named") {
  CHECK(error_of("", "empty.txt") == ErrorCode::input);
  CHECK(error_of(" \n\t\n", "blank.txt") == ErrorCode::input);
  CHECK(error_of(std::string("\x7F"
                             "ELF\2\1\1\0\0\0\0\0\0",
                             13),
                 "program.txt") == ErrorCode::input);
  CHECK(error_of(gzipped(kText).substr(0, 30), "cut.txt.gz") == ErrorCode::input);
  CHECK(error_of("<html><body></body></html>", "page.txt") == ErrorCode::input);
  CHECK(error_of("{\\rtf1 Hello}", "letter.txt") == ErrorCode::unsupported);
  CHECK(error_of("words", "letter.doc") == ErrorCode::unsupported);
  CHECK(error_of("```\ncode only\n```\n", "code.md") == ErrorCode::input);
}

TEST_CASE("a document knows its name, slug and digest") {
  const Document document = read_document(kText, "/somewhere/Press notes (May).txt");
  CHECK(document.source_name == "Press notes (May).txt");
  CHECK(document.slug == "Press_notes_May_");
  CHECK(document.sha256.size() == 64);
  CHECK(slug_of("000_3dc8.txt.gz") == "000_3dc8");
  CHECK(slug_of("000_3dc8.txt.zst") == "000_3dc8");
  CHECK(slug_of("\xD0\xA0\xD0\xB5\xD1\x87\xD1\x8C.md") == "\xD0\xA0\xD0\xB5\xD1\x87\xD1\x8C");
  CHECK(slug_of("???.txt") == "document");
}

TEST_CASE("full dates are found in the forms headers use") {
  struct Case {
    std::u32string text;
    std::string day;
    std::string time;
  };
  const Case cases[] = {{U"20 November 202019:00", "2020-11-20", "19:00:00"},
                        {U"Nov. 3rd, 2020 at 7:05 pm", "2020-11-03", "19:05:00"},
                        {U"Friday, 1 May 2020", "2020-05-01", ""},
                        {U"2020-11-20T08:30:15Z", "2020-11-20", "08:30:15"},
                        {U"posted 20.11.2020", "2020-11-20", ""},
                        {U"11/20/2020", "2020-11-20", ""},
                        {U"the 9th of November 2020", "2020-11-09", ""},
                        {U"31 February 2020", "", ""},
                        {U"20 people in 2020", "", ""}};
  for (const Case& test : cases) {
    INFO(to_utf8(test.text));
    const auto date = find_date(test.text);
    CHECK((date ? iso_day(date->day) : std::string()) == test.day);
    CHECK((date ? date->time.value_or("") : std::string()) == test.time);
  }
}

TEST_CASE("places and names come without what surrounds them") {
  const Lexicon& lexicon = Lexicon::builtin();
  CHECK(place_before(U"talks with Jonas Falk Moscow, ", lexicon) == "Moscow");
  CHECK(place_before(U"a meeting of ministers, Washington, DC, ", lexicon) == "Washington");
  CHECK(place_before(U"talks with Carl Lund of the Port Authority (PA) Jonas Falk, Moscow, ",
                     lexicon) == "Moscow");
  CHECK(place_before(U"Situation Report No. 50 (as of ", lexicon) == std::nullopt);
  CHECK(place_before(U"an interview with the Daily Courier, ", lexicon) == std::nullopt);
  CHECK(name_without_title(U"Foreign Minister Jonas Falk", lexicon) == U"Jonas Falk");
  CHECK(name_without_title(U"President of the French Republic Jules Martel", lexicon) ==
        U"Jules Martel");
  CHECK(name_without_title(U"MR. PRICE", lexicon) == U"Price");
  CHECK(speaker_of_headline(U"Statement by Prime Minister Mia Berg following talks", lexicon) ==
        "Mia Berg");
  CHECK(speaker_of_headline(U"Ministers meet in Oslo", lexicon).empty());
  CHECK(speaker_of_headline(U"An interview with Mia Lund Berg, Oslo", lexicon) == "Mia Lund Berg");
  CHECK(speaker_of_headline(U"An interview with 'Norway's Oldest Mail' Sunday", lexicon).empty());
}

TEST_CASE("places of a list are no speakers") {
  const std::u32string text =
      U"Vest Sund: dry and windy.\nNord Sund: the largest town.\nSor Sund: where the ferry "
      U"lands.\nLille Berg: nobody lives here.\n";
  CHECK(find_speaker_labels(text, split_lines(text), Lexicon::builtin()).empty());
  const std::u32string talk =
      U"Mia Sund: It is dry.\nCarl Falk: It is.\nSund: And windy.\nFalk: Always.\n";
  const auto labels = find_speaker_labels(talk, split_lines(talk), Lexicon::builtin());
  REQUIRE(labels.size() == 4);
  CHECK(labels[2].speaker == "Mia Sund");
}

}  // namespace dossier::extract
