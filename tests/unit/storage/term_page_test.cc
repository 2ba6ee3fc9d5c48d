// SPDX-License-Identifier: Apache-2.0
// Pages of terms: what goes in comes out, in any order; damage is an error and nothing else.
#include "storage/terms/term_page.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>
#include <vector>

#include "dossier/error.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

using Rows = std::vector<std::string>;
constexpr TermId kFirst{TermId::Kind::iri, 1};

std::string page_of_rows(const Rows& rows) {
  PageBuilder builder;
  for (const std::string& row : rows) builder.add(row);
  return builder.take();
}

Rows some_rows(std::size_t count) {
  Rows rows;
  for (std::size_t i = 0; i < count; ++i) {
    rows.push_back("http://example.org/" + std::to_string(1000 + i * 7) + std::string(i % 5, 'x'));
  }
  return rows;
}

std::string key_of_iri(const std::string& row) { return row_key(TermId::Kind::iri, row); }

}  // namespace

TEST_CASE("Rows of a page are read in any order and found by their keys") {
  for (const std::size_t count : {1, 2, 15, 16, 17, 127, 128}) {
    const Rows rows = some_rows(count);
    const std::string bytes = page_of_rows(rows);
    PageReader page(bytes, kFirst, count);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int round = 0; round < 2; ++round) {
      for (const std::size_t i : order) {
        CHECK(page.row(i) == rows[i]);
        CHECK(page.find(TermId::Kind::iri, key_of_iri(rows[i])) == i);
        CHECK_FALSE(page.find(TermId::Kind::iri, key_of_iri(rows[i] + "-")));
      }
      std::shuffle(order.begin(), order.end(), std::mt19937(7));
    }
    CHECK_FALSE(page.find(TermId::Kind::iri, key_of_iri("")));
    CHECK_FALSE(page.find(TermId::Kind::iri, key_of_iri("zebra")));
  }
}

TEST_CASE("A page has the shortest and the longest rows, and those that go on for long") {
  Rows rows{"",
            "a",
            std::string(255, 'a'),
            std::string(256, 'a'),
            std::string(200, 'b'),
            std::string(200, 'b') + '\0',
            std::string(256, 'b')};
  const std::string bytes = page_of_rows(rows);
  PageReader page(bytes, kFirst, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(page.row(i) == rows[i]);
    CHECK(page.find(TermId::Kind::iri, key_of_iri(rows[i])) == i);
  }
}

TEST_CASE("Tagged strings of a page are found whatever the case of their tags, and keep it") {
  Rows rows;
  for (int i = 10; i < 60; ++i) {
    const char* const tag = i % 3 == 0 ? "en-GB" : (i % 3 == 1 ? "EN-gb" : "en-gb");
    rows.push_back(encode_term(Term::lang("word " + std::to_string(i), tag)));
  }
  const std::string bytes = page_of_rows(rows);
  PageReader page(bytes, {TermId::Kind::lang_string, 1}, rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string key = term_key(Term::lang("word " + std::to_string(10 + i), "En-Gb"));
    CHECK(page.find(TermId::Kind::lang_string, key) == i);
    CHECK(page.row(i) == rows[i]);
  }
}

TEST_CASE("A damaged page is an error that names it, or other rows, and never a crash") {
  const Rows rows = some_rows(40);
  const std::string bytes = page_of_rows(rows);
  const auto read_all = [&](std::string_view damaged) {
    try {
      PageReader page(damaged, kFirst, rows.size());
      for (std::size_t i = 0; i < rows.size(); ++i) {
        static_cast<void>(page.row(i));
        static_cast<void>(page.find(TermId::Kind::iri, key_of_iri(rows[i])));
      }
    } catch (const Error& error) {
      CHECK_THAT(error.what(), Catch::StartsWith("the page 2:1 of the term dictionary"));
      return false;
    }
    return true;
  };
  CHECK(read_all(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(read_all(std::string(bytes, 0, size)));  // a copy, so that reading beyond it shows
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int flip : {1, 0x10, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      static_cast<void>(read_all(damaged));
    }
  }
}

}  // namespace dossier::storage
