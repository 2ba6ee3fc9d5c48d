// SPDX-License-Identifier: Apache-2.0
// Markdown: what of it is text.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/error.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// What becomes sentences, the paragraphs joined by " / ".
std::string read(const std::string& markdown) {
  std::string text;
  const Document document = read_document(markdown, "note.md");
  for (const Paragraph& paragraph : document.paragraphs) {
    const bool counts =
        paragraph.kind == Paragraph::Kind::body || paragraph.kind == Paragraph::Kind::headline;
    if (!counts) continue;
    text += (text.empty() ? "" : " / ") + single_line(document, paragraph.span);
  }
  return text;
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("Markdown's marks are not text", "[markdown]") {
  struct Case {
    const char* name;
    const char* markdown;
    const char* text;
  };
  const Case cases[] = {
      {"emphasis and code", "The **first** and _second_ `word` came.\n",
       "The first and second word came."},
      {"links", "[Ada](http://x.org) met [Ben][b] and <https://y.org/z>.\n\n[b]: https://z.org\n",
       "Ada met Ben and https://y.org/z."},
      {"an image", "Ada ![a picture](x.png) came.\n", "Ada came."},
      {"entities", "AT&amp;T met Caf&eacute; Ltd.\n", "AT&T met Caf\xC3\xA9 Ltd."},
      {"raw HTML", "<div class=\"nav\">Menu Home</div>\n\nAda <b>met</b> Ben.<!-- note -->\n",
       "Ada met Ben."},
      {"code blocks", "Ada came.\n\n```\nint main()\n```\n\n    indented code\n\nBen left.\n",
       "Ada came. / Ben left."},
      {"wrapped lines", "Ada Brandt\nvisited\nOslo.\n", "Ada Brandt visited Oslo."},
      {"wrapped list items", "- Ada visited\n      the harbour\n      of Oslo.\n- Ben left.\n",
       "Ada visited the harbour of Oslo. / Ben left."},
      {"a table",
       "These are ministers.\n\n| Country | Name |\n| --- | --- |\n| Kenya | **J. Mwangi** |\n\n"
       "Ada met all of them.\n",
       "These are ministers. / Country | Name / Kenya | J. Mwangi / Ada met all of them."},
      {"a footnote", "Ada came[^1] again.\n\n[^1]: She had left in May.\n",
       "Ada came again. / She had left in May."},
      {"struck out", "Ada ~~Brandt~~ came.\n", "Ada Brandt came."},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK(read(one.markdown) == one.text);
  }
}

TEST_CASE("the first of several authors in the front matter", "[markdown]") {
  const auto author_of = [](const std::string& front) {
    const Document document = read_document(front + "\nThe pontoon lay in the wind.\n", "a.md");
    CHECK(document.date == "2017-06-21");
    CHECK(document.headline == "Why we moved it");
    return document.author.value_or("-");
  };
  const std::string yaml = "---\ntitle: \"Why we moved it\"\ndate: 2017-06-21 08:30\n";
  CHECK(author_of(yaml + "authors:\n  - name: Anna Berg\n    url: x\n  - name: Carl Lund\n---\n") ==
        "Anna Berg");
  CHECK(author_of(yaml + "authors:\n- Anna Berg\n- Carl Lund\n---\n") == "Anna Berg");
  CHECK(author_of(yaml + "author: [Anna Berg, Carl Lund]\n---\n") == "Anna Berg");
  CHECK(author_of(yaml + "author:\n  name: Anna Berg\n  url: x\n---\n") == "Anna Berg");
  CHECK(author_of(yaml + "tags:\n  - name: Anna Berg\n---\n") == "-");
  CHECK(author_of("+++\ntitle = 'Why we moved it'\ndate = 2017-06-21\n"
                  "authors = [\"Anna Berg\", \"Carl Lund\"]\n+++\n") == "Anna Berg");
}

TEST_CASE("Markdown's front matter and first heading tell about it", "[markdown]") {
  const Document document = read_document(
      "---\ntitle: A note\ndate: 2021-03-04\nauthor: \"Ada Lund\"\nplace: Oslo\n---\n\nBen came.\n",
      "note.md");
  CHECK(document.headline == "A note");
  CHECK(document.date == "2021-03-04");
  CHECK(document.author == "Ada Lund");
  CHECK(document.place == "Oslo");
  CHECK(to_utf8(document.text) == "Ben came.");
  CHECK(read_document("# Ferry comes\n\nBen came to the harbour.\n", "a.md").headline ==
        "Ferry comes");
  CHECK(read("---\nBen came.\n") == "Ben came.");
}

TEST_CASE("Markdown without text, or with too much, is refused", "[markdown]") {
  for (const std::string text : {"```\ncode only\n```\n", "<!-- nothing -->\n"})
    CHECK_THROWS_AS(read(text), Error);
  CHECK_THROWS_AS(read_document(repeated("Ada came. ", 100), "a.md", {.limits = {1000, 500}}),
                  Error);
}

TEST_CASE("Markdown's marks repeated 100,000 times are read", "[markdown]") {
  for (const std::string mark : {"[", "![", "*a ", "> ", "- ", "`", "[a](", "~~a "}) {
    INFO(mark);
    CHECK(read("Ada came.\n\n" + repeated(mark, 100000) + "\n\nBen left.\n")
              .starts_with("Ada came."));
  }
}

}  // namespace dossier::extract
