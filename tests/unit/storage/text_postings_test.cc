// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "storage/text/postings.h"

namespace dossier::storage {
namespace {

struct Entry {
  std::uint32_t offset;
  std::vector<std::uint32_t> positions;
};

Postings postings(const std::vector<Entry>& entries) {
  Postings out;
  for (const Entry& entry : entries) out.add(entry.offset, 3, entry.positions);
  return out;
}

std::string text_of(const Postings& postings) {
  std::string out;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    out += std::to_string(postings.offset(i)) + ":";
    for (const std::uint32_t position : postings.positions(i))
      out += std::to_string(position) + ",";
    out += " ";
  }
  return out;
}

}  // namespace

TEST_CASE("Postings are read as they were written") {
  std::mt19937 random(7);
  const auto below = [&](unsigned limit) { return static_cast<std::uint32_t>(random() % limit); };
  for (int round = 0; round < 200; ++round) {
    std::vector<Entry> entries;
    std::uint32_t offset = 0;
    for (unsigned i = below(40); i-- > 0;) {
      offset += 1 + below(3000);
      Entry entry{offset, {}};
      std::uint32_t position = below(5);
      for (unsigned k = 1 + below(4); k-- > 0; position += 1 + below(300))
        entry.positions.push_back(position);
      entries.push_back(entry);
    }
    const Postings made = postings(entries);
    const std::string bytes = encode_postings(made);
    CHECK(text_of(decode_postings(bytes)) == text_of(made));
    CHECK(count_postings(bytes) == entries.size());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut)
      CHECK_THROWS_AS(decode_postings(std::string_view(bytes).substr(0, cut)), Error);
  }
}

TEST_CASE("Damaged postings are refused") {
  const std::string cases[] = {
      "",
      std::string("\x01", 1),                                           // nothing behind the count
      std::string("\x01\x05\x03", 3),                                   // a text without positions
      std::string("\x02\x05\x0b\x00\x00\x0b\x00", 7),                   // one text twice
      std::string("\x01\x05\x13\x01\x00", 5),                           // one position twice
      std::string("\x01\x05\x0b\x01\x00", 5),                           // more behind the end
      std::string("\x01\xff\xff\xff\xff\x7f\x0b\x01", 8),               // beyond the bucket
      std::string("\x01\x05\xff\xff\xff\xff\xff\xff\xff\x7f\x01", 11),  // more positions than bytes
      std::string(12, '\xff'),
  };
  for (const std::string& bytes : cases) {
    CAPTURE(bytes.size());
    CHECK_THROWS_AS(decode_postings(bytes), Error);
  }
}

TEST_CASE("United postings have each text once, whatever came twice") {
  const Postings a = postings({{1, {0, 4}}, {7, {2}}});
  const Postings b = postings({{3, {1}}, {7, {2, 9}}, {8, {0}}});
  const std::vector<Postings> parts{a, b, a};
  CHECK(text_of(unite(parts)) == "1:0,4, 3:1, 7:2,9, 8:0, ");
  CHECK(unite({}).empty());
}

TEST_CASE("Longer texts are in higher classes") {
  std::uint8_t last = 0;
  for (const std::size_t words : {0, 3, 4, 10, 20, 30, 50, 100, 1000, 1'000'000}) {
    CHECK(length_class(words) >= last);
    CHECK(length_class(words) < 8);
    CHECK(length_of_class(length_class(words)) >= length_of_class(last));
    last = length_class(words);
  }
}

}  // namespace dossier::storage
