// SPDX-License-Identifier: Apache-2.0
// Escapes, UTF-8 and language tags of the shared terminals.
#include "parser/grammar/text.h"

#include <catch2/catch.hpp>

#include "dossier/error.h"

namespace dossier::grammar {
namespace {

TEST_CASE("invalid UTF-8 is found at its first byte") {
  struct Row {
    std::string text;
    std::optional<std::size_t> at;
  };
  const Row rows[] = {
      {"", std::nullopt},
      {"abc", std::nullopt},
      {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", std::nullopt},
      {"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", std::nullopt},
      {"a\x80", 1},
      {"a\xC3", 1},
      {"ab\xC0\xAF", 2},
      {"\xE0\x80\xAF", 0},
      {"\xED\xA0\x80", 0},
      {"\xF0\x80\x80\x80", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"\xE2\x82", 0},
  };
  for (const Row& row : rows) CHECK(find_invalid_utf8(row.text) == row.at);
}

TEST_CASE("strings lose quotes and escapes") {
  const auto value = [](const std::string& text) { return string_value(text, text); };
  CHECK(value("''").empty());
  CHECK(value("''''''").empty());
  CHECK(value("'a\"b'") == "a\"b");
  CHECK(value("\"\"\"a\"\"b\"\"\"") == "a\"\"b");
  CHECK(value(R"('\t\b\n\r\f\\\"\'')") == "\t\b\n\r\f\\\"'");
  CHECK(value(R"('\u0041\u00e9\u20AC\U0001F600')") == "A\u00e9\u20ac\U0001F600");
  CHECK(value(R"('\\u0041')") == "\\u0041");
  CHECK(value(R"('\u005Cn')") == "\\n");
}

TEST_CASE("escapes that name no character are refused where they stand") {
  const auto offset = [](const std::string& text) {
    try {
      string_value(text, text);
    } catch (const Error& error) {
      return static_cast<int>(error.position()->offset);
    }
    return -1;
  };
  CHECK(offset(R"('ab\uD800')") == 3);
  CHECK(offset(R"('\uDFFF')") == 1);
  CHECK(offset(R"('\U00110000')") == 1);
  CHECK(offset(R"('\uE000\uD7FF\U0010FFFF')") == -1);
}

TEST_CASE("IRIs take codepoint escapes for what they may hold") {
  const std::string good = R"(<http://e/\u00e9?x#y>)";
  CHECK(iri_value(good, good) == "http://e/\u00e9?x#y");
  for (const std::string bad : {R"(<\u0020>)", R"(<\u003C>)", R"(<\u007B>)", R"(<\uD800>)"}) {
    CHECK_THROWS_AS(iri_value(bad, bad), Error);
  }
}

TEST_CASE("local names lose backslashes and keep percent signs") {
  CHECK(local_name_value(R"(a\.b\-c%20\%d)") == "a.b-c%20%d");
}

TEST_CASE("language tags may have a base direction") {
  const auto value = [](const std::string& text) { return language_value(text, text); };
  CHECK(value("@en-GB").language == "en-GB");
  CHECK(value("@en-GB").direction == Direction::none);
  CHECK(value("@ar--rtl").language == "ar");
  CHECK(value("@ar--rtl").direction == Direction::rtl);
  CHECK(value("@en--ltr").direction == Direction::ltr);
  CHECK_THROWS_AS(value("@en--LTR"), Error);
}

}  // namespace
}  // namespace dossier::grammar
