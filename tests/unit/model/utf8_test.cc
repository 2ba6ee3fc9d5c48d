// SPDX-License-Identifier: Apache-2.0
#include "model/utf8.h"

#include <catch2/catch.hpp>

namespace utf8 = dossier::utf8;
using namespace std::string_view_literals;

TEST_CASE("code points are counted and found") {
  const std::string_view text = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80z";
  CHECK(utf8::length(text) == 5);
  CHECK(utf8::byte_offset(text, 0) == 0);
  CHECK(utf8::byte_offset(text, 2) == 3);
  CHECK(utf8::byte_offset(text, 4) == 10);
  CHECK(utf8::byte_offset(text, 5) == 11);
  CHECK(utf8::byte_offset(text, 50) == 11);
}

TEST_CASE("appended code points read back as valid") {
  for (const char32_t c :
       {U'\0', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    std::string out;
    utf8::append(out, c);
    CHECK(utf8::length(out) == 1);
    CHECK(utf8::is_valid(out));
  }
}

TEST_CASE("malformed UTF-8 is told") {
  for (const std::string_view bad :
       {"\x80"sv, "\xC3"sv, "\xC0\x80"sv, "\xE0\x80\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
        "\xFF"sv, "a\xE2\x82"sv, "\xC3("sv}) {
    CHECK_FALSE(utf8::is_valid(bad));
  }
  CHECK(utf8::is_valid(""));
}
