// SPDX-License-Identifier: Apache-2.0
// Word documents, OpenDocument texts and books: what is read of them, what is refused and why.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "extract/reader/format.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/zip_file.h"

namespace dossier::extract {
namespace {

using test::docx_file;
using test::epub_file;
using test::odt_file;
using test::zip_file;

std::string text_of(const std::string& bytes, const std::string& name) {
  return to_utf8(read_document(bytes, name).text);
}

std::string refusal(const std::string& bytes, const std::string& name,
                    const ReadLimits& limits = {}) {
  try {
    read_document(bytes, name, {.limits = limits});
  } catch (const Error& error) {
    return error.what();
  }
  return "read";
}

struct Case {
  const char* what;
  std::string body;
  std::string text;
};

const std::string kRun = "<w:r><w:t>";
const std::string kEnd = "</w:t></w:r>";

}  // namespace

TEST_CASE("the text of a Word document") {
  const Case cases[] = {
      {"runs and paragraphs",
       "<w:p>" + kRun + "Ada Brandt met " + kEnd + kRun + "Ben Okoro." + kEnd + "</w:p><w:p>" +
           kRun + "They spoke." + kEnd + "</w:p>",
       "Ada Brandt met Ben Okoro.\n\nThey spoke."},
      {"changes as accepted",
       "<w:p>" + kRun + "The fee is " + kEnd +
           "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del>"
           "<w:ins>" +
           kRun + "twelve" + kEnd + "</w:ins><w:moveFrom>" + kRun + "gone" + kEnd +
           "</w:moveFrom>" + kRun + " crowns." + kEnd + "</w:p>",
       "The fee is twelve crowns."},
      {"a table row by row",
       "<w:tbl><w:tr><w:tc><w:p>" + kRun + "Port" + kEnd + "</w:p></w:tc><w:tc><w:p>" + kRun +
           "Ships" + kEnd + "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" + kRun + "Narvik" + kEnd +
           "</w:p></w:tc><w:tc><w:p>" + kRun + "12" + kEnd + "</w:p></w:tc></w:tr></w:tbl>",
       "Port | Ships\n\nNarvik | 12"},
      {"a list", "<w:p><w:pPr><w:numPr/></w:pPr>" + kRun + "First." + kEnd + "</w:p>",
       "\u2022 First."},
      {"fields, hidden text, and a text box given twice",
       "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t>"
       "</w:r>" +
           kRun + "Seen." + kEnd + "<mc:AlternateContent><mc:Choice><w:p>" + kRun + "In a box." +
           kEnd + "</w:p></mc:Choice><mc:Fallback><w:p>" + kRun + "In a box." + kEnd +
           "</w:p></mc:Fallback></mc:AlternateContent></w:p>",
       "In a box.\n\nSeen."}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(text_of(docx_file(test.body), "a.docx") == test.text);
  }
}

TEST_CASE("styles, notes and properties of a Word document") {
  const std::string word =
      " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
  const std::string body =
      "<w:p><w:pPr><w:pStyle w:val='Verz'/></w:pPr>" + kRun + "Chapter 1 .... 3" + kEnd +
      "</w:p><w:p><w:pPr><w:pStyle w:val='Titel'/></w:pPr>" + kRun + "Harbour report" + kEnd +
      "</w:p><w:p>" + kRun + "The council met." + kEnd + "</w:p>";
  const Document document = read_document(
      docx_file(
          body,
          {{"word/styles.xml",
            "<w:styles" + word +
                "><w:style w:styleId='Verz'><w:name w:val='toc 1'/>"
                "</w:style><w:style w:styleId='Mein'><w:name w:val='Title'/></w:style>"
                "<w:style w:styleId='Titel'><w:name w:val='Own'/><w:basedOn w:val='Mein'/>"
                "</w:style></w:styles>"},
           {"word/footnotes.xml", "<w:footnotes" + word + "><w:footnote w:type='separator'><w:p>" +
                                      kRun + "-" + kEnd + "</w:p></w:footnote><w:footnote><w:p>" +
                                      kRun + "In 2020." + kEnd +
                                      "</w:p></w:footnote></w:footnotes>"},
           {"word/comments.xml",
            "<w:comments" + word + "><w:p>" + kRun + "Really?" + kEnd + "</w:p></w:comments>"},
           {"docProps/core.xml",
            "<p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>Ines Falk</dc:creator>"
            "<created>2021-05-03T10:00:00Z</created></p>"}}),
      "a.docx");
  CHECK(to_utf8(document.text) == "Harbour report\n\nThe council met.\n\nIn 2020.");
  CHECK(document.headline == "Harbour report");
  CHECK(document.author == "Ines Falk");
  CHECK(document.date == "2021-05-03");
}

TEST_CASE("the text of an OpenDocument text") {
  const Case cases[] = {
      {"white space as in HTML, but for its own elements",
       "<text:p>Ada\n  Brandt<text:s text:c='2'/>met<text:tab/>Ben.</text:p>",
       "Ada Brandt  met\tBen."},
      {"headings, lists, tables",
       "<text:h>Minutes</text:h><text:list><text:list-item><text:p>First.</text:p></text:list-item>"
       "</text:list><table:table><table:table-row><table:table-cell><text:p>Narvik</text:p>"
       "</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
       "</table:table-row></table:table>",
       "Minutes\n\n\u2022 First.\n\nNarvik | 12"},
      {"what was deleted, and what somebody remarks",
       "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:p>Kept"
       "<office:annotation><text:p>Sure?</text:p></office:annotation>.</text:p>",
       "Kept."},
      {"a note behind everything",
       "<text:p>Grain<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
       "Wheat.</text:p></text:note-body></text:note> rose.</text:p><text:p>Oil fell.</text:p>",
       "Grain rose.\n\nOil fell.\n\nWheat."}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(text_of(odt_file(test.body), "a.odt") == test.text);
  }
  const Document document = read_document(
      odt_file("<style:style style:name='P1' style:parent-style-name='Title'/>"
               "<text:p>Internal</text:p><text:p text:style-name='P1'>Harbour report</text:p>"
               "<text:p>The council met.</text:p>",
               {{"meta.xml",
                 "<m xmlns:dc='http://purl.org/dc/elements/1.1/'><initial-creator>Ines Falk"
                 "</initial-creator><dc:creator>Somebody Later</dc:creator>"
                 "<creation-date>2021-05-03T10:00:00</creation-date></m>"}}),
      "a.odt");
  CHECK(document.headline == "Harbour report");
  CHECK(document.author == "Ines Falk");
  CHECK(document.date == "2021-05-03");
}

TEST_CASE("a book is read in its order") {
  const std::string metadata =
      "<dc:title>The Ferry</dc:title><dc:creator>Ines Falk</dc:creator>"
      "<dc:date>2019-02-01</dc:date><dc:publisher>Nord Press</dc:publisher>";
  const Document document = read_document(
      epub_file(metadata, {{"two%20b.xhtml", "<p>unused</p>"},
                           {"b.xhtml", "<html><body><h1>Two</h1><p>Ben left.</p></body></html>"},
                           {"a.xhtml", "<p>Ada came.</p>"}}),
      "a.epub");
  CHECK(to_utf8(document.text) == "The Ferry\n\nTwo\n\nBen left.\n\nAda came.");
  CHECK(document.headline == "The Ferry");
  CHECK(document.author == "Ines Falk");
  CHECK(document.date == "2019-02-01");
  CHECK(document.publisher == "Nord Press");
  CHECK(refusal(epub_file(metadata, {{"a.xhtml", "<p>Ada.</p>"}},
                          {{"META-INF/encryption.xml",
                            "<encryption><CipherReference URI='book/a.xhtml'/></encryption>"}}),
                "a.epub") == "a.epub: the book is protected against being read by other programs");
  CHECK(refusal(epub_file(metadata, {{"a.xhtml", "<p>Ada.</p>"}},
                          {{"META-INF/encryption.xml",
                            "<encryption><CipherReference URI='font.otf'/></encryption>"}}),
                "a.epub") == "read");
}

TEST_CASE("documents are known by their content, whatever their name") {
  CHECK(format_of("stdin", docx_file("")).name == "Word");
  CHECK(format_of("a.txt", odt_file("")).name == "OpenDocument");
  CHECK(format_of("a.zip", epub_file("", {})).name == "EPUB");
  CHECK(format_of("a.doc", docx_file("")).name == "Word");
}

TEST_CASE("damaged, encrypted, empty and lying documents get one clear line") {
  struct Refused {
    const char* what;
    std::string bytes, name, said;
  };
  const std::string good = docx_file("<w:p>" + kRun + "Text." + kEnd + "</w:p>");
  const std::string old = "\xD0\xCF\x11\xE0";
  const Refused cases[] = {
      {"empty", "", "a.docx", "a.docx: the file is empty"},
      {"lying", "just words", "a.docx", "a.docx: the content is not what the name says"},
      {"lying", "just words", "a.odt", "a.odt: the content is not what the name says"},
      {"lying", "just words", "a.epub", "a.epub: the content is not what the name says"},
      {"another zip file", zip_file({{"x.txt", "text"}}), "a.docx",
       "a.docx: the document is damaged: it has no word/document.xml"},
      {"no text", docx_file(""), "a.docx", "a.docx: the file holds no text"},
      {"not well-formed", docx_file("<w:p>"), "a.docx",
       "a.docx: the document is damaged: word/document.xml: not well-formed XML: "
       "Opening and ending tag mismatch: p line 1 and body"},
      {"a password, Word",
       old + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32), "a.docx",
       "a.docx: the document is encrypted; save it without a password"},
      {"a password, OpenDocument",
       odt_file("", {{"META-INF/manifest.xml", "<m><encryption-data/></m>"}}), "a.odt",
       "a.odt: the document is encrypted; save it without a password"},
      {"encrypted by the packer", zip_file({{"word/document.xml", "xx", true}}), "a.docx",
       "a.docx: the document is encrypted; save it without a password"},
      {"old Word", old, "a.doc",
       "a.doc: this is an old Word document, which is not read; save it as .docx, .odt, PDF, HTML "
       "or plain text"},
      {"RTF under another name", "{\\rtf1 Hello}", "a.txt",
       "a.txt: this is RTF, which is not read; save it as .docx, .odt, PDF, HTML or plain text"},
      {"a spreadsheet", zip_file({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}), "a.xlsx",
       "a.xlsx: this is a spreadsheet, which is not read; save it as .csv and name the column of "
       "texts"},
      {"a spreadsheet under another name",
       zip_file({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}), "a.zip",
       "a.zip: this is an office document of a kind that is not read; save it as .docx, .odt, PDF, "
       "HTML or plain text"}};
  for (const Refused& test : cases) {
    INFO(test.what);
    CHECK(refusal(test.bytes, test.name) == test.said);
  }
  for (std::size_t size = 1; size < good.size(); size += 7) {
    INFO(size);
    CHECK(refusal(good.substr(0, size), "a.docx").starts_with("a.docx: "));
  }
}

TEST_CASE("documents that unpack to too much, or nest or expand without end, are refused") {
  const ReadLimits limits{100'000, 10'000};
  CHECK(refusal(test::zip_bomb("word/document.xml", 1'000'000), "a.docx", limits) ==
        "a.docx: word/document.xml is larger than 100000 bytes; split it");
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:p>";
  CHECK(refusal(docx_file(deep), "a.docx").find("more than 500 levels") != std::string::npos);
  std::string entities = "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>";
  for (int i = 1; i < 12; ++i) {
    entities += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) entities += "&a" + std::to_string(i - 1) + ";";
    entities += "'>";
  }
  const std::string expanding = zip_file({{"word/document.xml", entities + "]><x>&a11;</x>"}});
  CHECK(refusal(expanding, "a.docx").starts_with("a.docx: the document is damaged"));
  const std::string outside = zip_file(
      {{"word/document.xml", "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>"}});
  CHECK(refusal(outside, "a.docx").find("nothing outside it is read") != std::string::npos);
}

}  // namespace dossier::extract
