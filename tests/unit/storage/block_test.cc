// SPDX-License-Identifier: Apache-2.0
#include "storage/block/block.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "dossier/error.h"
#include "model/term_id.h"
#include "storage/block/checksum.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

using Random = std::mt19937_64;

// Columns of every character the encodings are made for.
std::uint64_t draw(int shape, Random& random, std::size_t row) {
  const auto kind = [](TermId::Kind k, std::uint64_t n) { return TermId{k, n}.bits(); };
  switch (shape) {
    case 0:
      return kind(TermId::Kind::iri, 7);
    case 1:
      return kind(TermId::Kind::iri, 1000 + row / 10);
    case 2:
      return kind(TermId::Kind::iri, random() % 40 * 999'983);
    case 3:
      return kind(static_cast<TermId::Kind>(2 + random() % 4), random() % 5'000'000);
    case 4:
      return kind(TermId::Kind::integer, (std::uint64_t{1} << 55) + random() % 1000);
    case 5:
      return random();
    case 6:
      return random() % 3 == 0 ? kind(TermId::Kind::double_value, random() & TermId::kMaxPayload)
                               : kind(TermId::Kind::iri, random() % 100);
    case 7:
      return kind(static_cast<TermId::Kind>(1 + random() % 20), random() % 50);
    default:
      return row < 3 ? row : ~std::uint64_t{0};
  }
}

std::vector<Key> random_rows(Random& random, std::size_t count) {
  std::array<int, 4> shapes{};
  for (auto& shape : shapes) shape = static_cast<int>(random() % 9);
  std::set<Key> rows;
  for (std::size_t i = 0; i < count; ++i) {
    Key key{};
    for (std::size_t c = 0; c < 4; ++c) key[c] = draw(shapes[c], random, i);
    rows.insert(key);
  }
  return {rows.begin(), rows.end()};
}

void reseal(std::string& bytes) {
  const auto sum = block_checksum(std::string_view(bytes).substr(16),
                                  read_little_endian<std::uint64_t>(bytes.data()));
  std::memcpy(bytes.data() + 8, &sum, sizeof sum);
}

// Everything a reader does; damage may give wrong values or an Error, and nothing worse.
void read_all(const std::string& bytes) {
  try {
    const Block block(bytes);
    std::vector<Key> rows(block.rows());
    block.decode(0, rows.size(), rows.data());
    for (std::size_t i = 0; i < rows.size(); i += 97) CHECK(block.row(i) == rows[i]);
    static_cast<void>(block.lower_bound(rows[rows.size() / 2]));
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::storage);
  }
}

}  // namespace

TEST_CASE("Columns get whole bytes where their values repeat, and the least bits where not") {
  Random random(6);
  // A few records in any order, whose bits do not fill bytes.
  std::vector<std::array<std::uint64_t, 41>> records(8);
  for (auto& record : records) {
    for (auto& value : record) value = random() % 2'000'000;
  }
  std::vector<std::uint64_t> repeating;
  std::vector<std::uint64_t> random_only;
  while (repeating.size() + 41 <= kBlockRows) {
    for (const std::uint64_t value : records[random() % records.size()]) {
      repeating.push_back(value);
      random_only.push_back(random() % 2'000'000);
    }
  }
  const auto size_of = [](const auto& column, Widths widths) {
    std::string bytes;
    const Encoding encoding = encode_column(column, widths, bytes);
    const std::size_t size = bytes.size();
    bytes.append(8, '\0');
    std::vector<std::uint64_t> back(column.size());
    Column::parse(encoding, std::string_view(bytes).substr(0, size), column.size(), 0)
        .decode(0, column.size(), back.data());
    CHECK(back == column);
    return size;
  };
  CHECK(size_of(repeating, Widths::compressible) > size_of(repeating, Widths::least));
  CHECK(size_of(random_only, Widths::compressible) == size_of(random_only, Widths::least));
}

TEST_CASE("Blocks give back what was put in, in whole, in part and by key") {
  Random random(1);
  for (int round = 0; round < 120; ++round) {
    const std::size_t count = round % 4 == 0 ? kBlockRows : 1 + random() % 700;
    const auto rows = random_rows(random, count);
    const Block block(encode_block(rows, round % 3 == 0 ? Widths::compressible : Widths::least));
    REQUIRE(block.rows() == rows.size());
    std::vector<Key> back(rows.size());
    block.decode(0, rows.size(), back.data());
    REQUIRE(back == rows);
    for (int probe = 0; probe < 50; ++probe) {
      const std::size_t first = random() % rows.size();
      const std::size_t part = 1 + random() % (rows.size() - first);
      block.decode(first, part, back.data());
      CHECK(std::equal(back.begin(), back.begin() + static_cast<std::ptrdiff_t>(part),
                       rows.begin() + static_cast<std::ptrdiff_t>(first)));
      Key key = rows[first];
      if (probe % 2 == 1) key[random() % 4] += random() % 3 - 1;
      const auto lower = std::lower_bound(rows.begin(), rows.end(), key) - rows.begin();
      const auto upper = std::upper_bound(rows.begin(), rows.end(), key) - rows.begin();
      CHECK(block.lower_bound(key) == static_cast<std::size_t>(lower));
      CHECK(block.upper_bound(key) == static_cast<std::size_t>(upper));
      CHECK(block.contains(key) == (lower != upper));
    }
    for (std::size_t c = 0; c < 4; ++c) {
      const auto less = [c](const Key& a, const Key& b) { return a[c] < b[c]; };
      CHECK(block.low(c) == (*std::min_element(rows.begin(), rows.end(), less))[c]);
      CHECK(block.high(c) == (*std::max_element(rows.begin(), rows.end(), less))[c]);
    }
  }
}

TEST_CASE("A flipped bit or a missing tail is always found") {
  Random random(2);
  const std::string good = encode_block(random_rows(random, 2000));
  for (int round = 0; round < 400; ++round) {
    std::string bad = good;
    if (round % 4 == 0) {
      bad.resize(random() % good.size());
    } else {
      bad[random() % bad.size()] ^= static_cast<char>(1U << (random() % 8));
    }
    CHECK_THROWS_AS(Block(bad), Error);
  }
}

TEST_CASE("Decoding stays inside the block even when the checksum fits the damage") {
  Random random(3);
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = encode_block(random_rows(random, 1 + random() % 600));
    for (std::size_t flips = 1 + random() % 4; flips > 0; --flips) {
      bytes[random() % std::min<std::size_t>(bytes.size(), round % 2 == 0 ? 200 : ~0ULL)] ^=
          static_cast<char>(1U << (random() % 8));
    }
    if (round % 5 == 0) bytes.resize(16 + random() % (bytes.size() - 15));
    reseal(bytes);
    read_all(bytes);
  }
}

}  // namespace dossier::storage
