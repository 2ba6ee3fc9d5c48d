// SPDX-License-Identifier: Apache-2.0
// PDF and HTML, good and bad: what is read of them, what is refused and why.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "extract/reader/format.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/describe_document.h"
#include "tests/unit/extract/pdf_file.h"

namespace dossier::extract {
namespace {

using test::describe;
using test::gzipped;
using test::pdf_column;
using test::pdf_file;
using test::pdf_settings;
using test::PdfTexts;

PdfTexts numbered(int page) {
  return {{60, 770, 9, "Harbour Council - Annual report"},
          {290, 30, 9, std::to_string(page) + " of 3"}};
}

/// Three pages: running head, title, a word divided at a line's end, two columns, a sentence that
/// runs over to the next page.
std::string report_pdf() {
  const PdfTexts first =
      numbered(1) + PdfTexts{{60, 720, 22, "Nordic harbours in the spring"}} +
      pdf_column(60, 690, 11,
                 {"The Nordic Harbour Council met in Bergen. Its members agreed on a new ferry",
                  "line. President Ben Okoro said that the council would finance the infra-",
                  "structure of two ports. The long-", "term plan follows."}) +
      pdf_column(60, 600, 11,
                 {"A second paragraph stands here by itself, as wide as the first one",
                  "above it and with a second line, which goes on over to the"});
  const PdfTexts second =
      numbered(2) +
      pdf_column(60, 720, 11,
                 {"next page. Ada Brandt visited Narvik.", "She met the mayor there."}) +
      pdf_column(60, 400, 11, {"Left column begins and its", "sentence goes on to the"}) +
      pdf_column(320, 400, 11, {"right column where it ends.", "Another sentence ends here."});
  return pdf_file({first, second, numbered(3) + pdf_column(60, 720, 11, {"The end is here."})},
                  "/Title (Report) /Author (Ines Falk) /CreationDate (D:20210503114500Z)");
}

std::string refusal(const std::string& bytes, const std::string& name,
                    const ReadLimits& limits = {}) {
  try {
    read_document(bytes, name, pdf_settings(limits));
  } catch (const Error& error) {
    CHECK((error.code() == ErrorCode::input || error.code() == ErrorCode::unsupported));
    return error.what();
  }
  return "read";
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("a PDF's pages become paragraphs", "[pdf]") {
  const Document document = read_document(report_pdf(), "report.pdf", pdf_settings());
  CHECK(describe(document) ==
        "headline: Nordic harbours in the spring\n"
        "date: 2021-05-03\ntime: -\nplace: -\nauthor: Ines Falk\n"
        "boilerplate: Harbour Council - Annual report\n"
        "headline: Nordic harbours in the spring\n"
        "body: The Nordic Harbour Council m ...  The long-term plan follows.\n"
        "body: A second paragraph stands he ... ik. She met the mayor there.\n"
        "body: Left column begins and its s ...  Another sentence ends here.\n"
        "body: The end is here.\n");
  const std::string text = to_utf8(document.text);
  CHECK(text.find("the infrastructure of two") != std::string::npos);
  CHECK(text.find("over to the next page.") != std::string::npos);
  CHECK(text.find("goes on to the right column") != std::string::npos);
  CHECK(text.find("of 3") == std::string::npos);
  // A sentence that runs over to the next page begins on the first.
  const auto page_at = [&](const std::u32string& words) {
    std::uint32_t page = 0;
    for (const Position& position : document.positions)
      if (position.begin <= document.text.find(words)) page = position.page;
    return page;
  };
  CHECK(page_at(U"The Nordic Harbour Council met") == 1);
  CHECK(page_at(U"A second paragraph") == 1);
  CHECK(page_at(U"Ada Brandt visited") == 2);
  CHECK(page_at(U"The end is here") == 3);
}

TEST_CASE("turned words beside upright ones are no part of a PDF's text", "[pdf]") {
  const auto text_of = [](const PdfTexts& page) {
    return to_utf8(read_document(pdf_file({page}), "a.pdf", pdf_settings()).text);
  };
  const test::PdfText note{30, 200, 9, "Printed on recycled paper", true};
  CHECK(text_of({{60, 720, 11, "Ada Brandt visited Narvik on Monday."}, note}) ==
        "Ada Brandt visited Narvik on Monday.");
  CHECK(text_of({note}).find("recycled") != std::string::npos);
}

TEST_CASE("HTML and PDF are known by their content, gzipped too", "[pdf]") {
  const std::string page = "<!-- x --> <!doctype HTML><p>Ada Brandt met <b>Ben</b>.";
  CHECK(to_utf8(read_document(page, "page").text) == "Ada Brandt met Ben.");
  CHECK(read_document(gzipped(page), "page.html.gz").text == read_document(page, "page.txt").text);
  CHECK(read_document(gzipped(report_pdf()), "stdin", pdf_settings()).text ==
        read_document(report_pdf(), "report.pdf", pdf_settings()).text);
  CHECK(format_of("a.txt", "%PDF-1.4").name == "PDF");
  CHECK(format_of("a.MD.gz", "# Title").name == "Markdown");
  CHECK(format_of("stdin", "Text.").name == "plain text");
  CHECK(is_conllu("stdin", "# text = Go\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n"));
  CHECK_FALSE(is_conllu("stdin", "1 January was cold.\n"));
}

TEST_CASE("a page's encoding is the declared one where its bytes do not tell") {
  const std::string text = "caf\xE9 in \xC5lesund";
  CHECK(to_utf8(read_document("<meta charset=latin1><p>" + text, "a.html").text) ==
        "caf\xC3\xA9 in \xC3\x85lesund");
  const std::string greek =
      "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-7'>";
  CHECK(to_utf8(read_document(greek + "<p>\xC1\xE8\xDE\xED\xE1", "a.html").text) ==
        "\xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1");
  CHECK(to_utf8(read_document("<meta charset=latin1><p>\xC3\x85lesund", "a.html").text) ==
        "\xC3\x85lesund");
}

TEST_CASE("what a page states about itself, from the surest place to the least") {
  const auto read = [](const std::string& head) {
    return read_document(head + "<p>Somebody came.</p>", "a.html");
  };
  CHECK(read("<meta property='article:published_time' content='2021-05-04T10:00:00Z'>").date ==
        "2021-05-04");
  CHECK(read("<time datetime='2021-05-04'>last week</time>").date == "2021-05-04");
  CHECK(
      read("<script type='application/ld+json'>{\"author\": [{\"name\": \"Ada Brandt\"}]}</script>")
          .author == "Ada Brandt");
  CHECK_FALSE(read("<script type='application/ld+json'>{\"author\": [</script>").author);
  CHECK_FALSE(read("<meta name=author content='https://example.org/ada'>").author);
  CHECK(read("<title>Visit to Oslo | Courier</title>").headline == "Visit to Oslo");
}

TEST_CASE("HTML nested 100,000 deep is read in its length") {
  for (const std::string element : {"div", "b", "ul><li", "table><tr><td", "svg"}) {
    INFO(element);
    const std::string deep = "<p>Before it.</p>" + repeated("<" + element + ">", 100000);
    const Document document = read_document(deep + "Inside.", "deep.html");
    CHECK(to_utf8(document.text).find("Before it.") != std::string::npos);
  }
  const std::string unclosed = repeated("<i>", 3000) + "a" + repeated("</p></b>", 3000) + " b.";
  CHECK(to_utf8(read_document(unclosed, "a.html").text) == "a b.");
}

TEST_CASE("bad PDFs are refused or read as far as they go", "[pdf]") {
  CHECK(refusal("%PDF-1.7 ...", "paper.txt") == "paper.txt: the PDF is damaged");
  const std::string good = report_pdf();
  CHECK(refusal("%PDF-1.7\nnothing of that kind", "a.pdf") == "a.pdf: the PDF is damaged");
  CHECK(refusal("no such thing", "a.pdf") == "a.pdf: the PDF is damaged");
  CHECK(refusal(pdf_file({{}}), "a.pdf") ==
        "a.pdf: the PDF holds no text; --ocr reads scanned pages");
  const std::string key(32, 'x');
  CHECK(refusal(pdf_file({{}}, {},
                         "/ID [(a)(a)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + key +
                             ") /U (" + key + ") >>"),
                "a.pdf") == "a.pdf: the PDF is encrypted and needs a password");
  for (std::size_t size = 0; size < good.size(); size += 97) {
    INFO(size);
    const std::string said = refusal(good.substr(0, size), "a.pdf");
    CHECK((said == "read" || said.starts_with("a.pdf: ")));
  }
  CHECK(refusal(good, "a.pdf", {100000, 300}) ==
        "a.pdf: the text is larger than 300 bytes; split it");
}

TEST_CASE("too much is refused before it takes memory") {
  const ReadLimits limits{100000, 10000};
  const std::string large = repeated("Ada Brandt visited Narvik. ", 400);
  CHECK(refusal(large, "a.txt", limits) == "a.txt: the text is larger than 10000 bytes; split it");
  CHECK(refusal(large, "a.html", limits) ==
        "a.html: the text is larger than 10000 bytes; split it");
  CHECK(refusal(repeated(large, 10), "a.txt", limits) ==
        "a.txt: the file is larger than 100000 bytes; split it");
  CHECK(refusal(gzipped(std::string(1000000, 'a')), "a.txt.gz", limits) ==
        "a.txt.gz: the unpacked content is larger than 100000 bytes; split it");
  CHECK(refusal(large.substr(0, 9000), "a.txt", limits) == "read");
}

TEST_CASE("a document packed with zstd is read") {
  // RFC 8878, 3.1.1: magic number, one segment of a size of one byte, one raw block, the last.
  const std::string text = "Ada Brandt came. Ben Okoro left.";
  const std::string frame = std::string("\x28\xB5\x2F\xFD\x20") + static_cast<char>(text.size()) +
                            static_cast<char>((text.size() << 3 | 1) & 0xFF) +
                            static_cast<char>(text.size() >> 5) + '\0' + text;
  CHECK(to_utf8(read_document(frame, "a.txt.zst").text) == text);
  CHECK(refusal(frame.substr(0, 20), "a.txt.zst") ==
        "cannot read a.txt.zst: its compressed data ends too early");
}

TEST_CASE("how to unpack what is not read is said") {
  const std::string rest = "1AY&SY some text\x01\x02";
  CHECK(refusal(std::string("\xFD"
                            "7zXZ\0",
                            6) +
                    rest,
                "a.txt.xz") == "a.txt.xz: this is xz, which is not read; unpack it with xz -d");
  CHECK(refusal("BZh9" + rest, "a.txt.bz2") ==
        "a.txt.bz2: this is bzip2, which is not read; unpack it with bzip2 -d");
  CHECK(refusal("\x04\x22\x4D\x18" + rest, "a") ==
        "a: this is LZ4, which is not read; unpack it with lz4 -d");
  CHECK(refusal("7z\xBC\xAF\x27\x1C" + rest, "a.7z") ==
        "a.7z: this is a 7-Zip archive, which is not read; unpack it with 7z x");
  CHECK(refusal("Rar!\x1A\x07" + rest, "a.rar") ==
        "a.rar: this is a RAR archive, which is not read; unpack it");
  CHECK(refusal("-----BEGIN PGP MESSAGE-----\n\njA0ECQMI\n", "a.txt") ==
        "a.txt: this is encrypted with OpenPGP, which is not read; decrypt it with gpg -d");
  CHECK(refusal("\x8C\x0D\x04" + rest, "a.txt.gpg") ==
        "a.txt.gpg: this is encrypted with OpenPGP, which is not read; decrypt it with gpg -d");
  CHECK(refusal("Salted__" + rest, "a.txt") ==
        "a.txt: this is encrypted with OpenSSL, which is not read; decrypt it with openssl enc -d");
  CHECK(refusal("age-encryption.org/v1\n" + rest, "a") ==
        "a: this is encrypted with age, which is not read; decrypt it with age -d");
  CHECK(refusal("BZhou went to Lima.", "a.txt") == "read");
}

TEST_CASE("all members of a gzip file are read, a cut one is damaged") {
  const std::string two = gzipped("Ada Brandt came. ") + gzipped("Ben Okoro left.");
  CHECK(to_utf8(read_document(two, "a.txt.gz").text) == "Ada Brandt came. Ben Okoro left.");
  CHECK(refusal(two.substr(0, two.size() - 4), "a.txt.gz") ==
        "cannot read a.txt.gz: its compressed data ends too early");
  CHECK(to_utf8(read_document(two + std::string(512, '\0'), "a.txt.gz").text) ==
        "Ada Brandt came. Ben Okoro left.");
  CHECK(refusal(two + "garbage", "a.txt.gz") == "cannot read a.txt.gz: its gzip data is damaged");
}

}  // namespace dossier::extract
