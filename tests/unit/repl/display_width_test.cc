// SPDX-License-Identifier: Apache-2.0
#include "repl/format/display_width.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "parser/rdf/names.h"

namespace dossier::repl {
namespace {

TEST_CASE("width counts terminal columns") {
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"", 0},
      {"Lisbon", 6},
      {"Straße", 6},
      {"Москва", 6},
      {"日本語", 6},
      {"ｆｕｌｌ", 8},
      {"e\u0301t\u00e9", 3},
      {"ক্ষ", 1},
      {"한국", 4},
      {"\u1112\u1161\u11ab", 2},
      {"👍", 2},
      {"👩‍👩‍👧", 2},
      {"🇫🇷", 2},
      {"❤️", 2},
      {"a\u200bb", 2},
      {"…", 1},
      {"\xff", 1},
  };
  for (const auto& [text, width] : cases) {
    INFO(text);
    CHECK(display_width(text) == width);
  }
}

TEST_CASE("cutting keeps characters whole") {
  CHECK(cut_to_width("Lisbon", 6) == "Lisbon");
  CHECK(cut_to_width("Lisbon", 4) == "Lis…");
  CHECK(cut_to_width("日本語", 4) == "日…");
  CHECK(cut_to_width("日本語", 5) == "日本…");
  CHECK(cut_to_width("e\u0301te\u0301", 2) == "e\u0301…");
  CHECK(cut_to_width("abc", 0).empty());
}

TEST_CASE("wrapping breaks at spaces") {
  CHECK(wrap_to_width("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap_to_width("abcdefgh ij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrap_to_width("日本語日本語", 5) == std::vector<std::string>{"日本", "語日", "本語"});
  CHECK(wrap_to_width("", 10) == std::vector<std::string>{""});
}

TEST_CASE("a text on one line") {
  CHECK(one_line("a\r\nb\nc\td\x01\x7f") == "a↵b↵c d��");
  CHECK(one_line("x\xffy") == "x�y");
  CHECK(one_line("x\u202ey\u009b") == "x�y�");
}

TEST_CASE("IRIs are shortened to what SPARQL reads back") {
  const Prefixes prefixes{{"e", "urn:dossier:entity:"},
                          {"doc", "urn:dossier:document:"},
                          {"ex", "http://example.org/"},
                          {"exa", "http://example.org/a/"}};
  const std::vector<std::pair<std::string, std::string>> cases{
      {"urn:dossier:entity:Anna_Berg", "e:Anna_Berg"},
      {"urn:dossier:document:speech#s3", "doc:speech\\#s3"},
      {"urn:dossier:entity:O'Brien", "e:O\\'Brien"},
      {"urn:dossier:entity:Guinea-Bissau", "e:Guinea-Bissau"},
      {"urn:dossier:entity:U.S.", "e:U.S\\."},
      {"urn:dossier:entity:München", "e:München"},
      {"urn:dossier:entity:a“b", "<urn:dossier:entity:a“b>"},
      {"http://example.org/a/b", "exa:b"},
      {"http://example.org/", "ex:"},
      {"http://other.org/x", "<http://other.org/x>"},
  };
  for (const auto& [iri, text] : cases) {
    INFO(iri);
    CHECK(short_iri(iri, prefixes) == text);
  }
}

}  // namespace
}  // namespace dossier::repl
