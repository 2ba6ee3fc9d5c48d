// SPDX-License-Identifier: Apache-2.0
#include "storage/block/block.h"

#include <algorithm>
#include <vector>

#include "dossier/error.h"
#include "storage/block/checksum.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

// Header: u8 version, u8 columns, u16 rows, u32 bytes in all, u64 checksum of what follows, then
// per column u64 low, u64 high, u32 offset of the body, u8 encoding, 3 bytes 0.
constexpr std::uint8_t kBlockVersion = 1;
constexpr std::size_t kColumns = 4;
constexpr std::size_t kChecksumAt = 8;
constexpr std::size_t kBodyAt = 16;
constexpr std::size_t kColumnHeader = 24;
constexpr std::size_t kPadding = 8;

}  // namespace

std::string encode_block(std::span<const Key> rows, Widths widths) {
  Key low = rows.front();
  Key high = rows.front();
  for (const Key& row : rows) {
    for (std::size_t column = 0; column < kColumns; ++column) {
      low[column] = std::min(low[column], row[column]);
      high[column] = std::max(high[column], row[column]);
    }
  }
  return encode_block(rows, low, high, widths);
}

std::string encode_block(std::span<const Key> rows, const Key& low, const Key& high,
                         Widths widths) {
  std::string headers;
  std::string bodies;
  std::vector<std::uint64_t> values(rows.size());
  for (std::size_t column = 0; column < kColumns; ++column) {
    append_little_endian(headers, low[column]);
    append_little_endian(headers, high[column]);
    append_little_endian(
        headers, static_cast<std::uint32_t>(kBodyAt + kColumns * kColumnHeader + bodies.size()));
    Encoding encoding = Encoding::constant;
    if (low[column] != high[column]) {
      for (std::size_t i = 0; i < rows.size(); ++i) values[i] = rows[i][column];
      encoding = encode_column(values, widths, bodies);
    }
    append_little_endian(headers, static_cast<std::uint32_t>(encoding));
  }
  const std::string body = headers + bodies;
  std::string out;
  append_little_endian(out, kBlockVersion);
  append_little_endian(out, static_cast<std::uint8_t>(kColumns));
  append_little_endian(out, static_cast<std::uint16_t>(rows.size()));
  append_little_endian(out, static_cast<std::uint32_t>(kBodyAt + body.size()));
  const auto head = read_little_endian<std::uint64_t>(out.data());
  append_little_endian(out, block_checksum(body, head));
  return out + body;
}

Block::Block(std::string_view bytes) {
  const auto fail = [](const char* what) { throw Error(ErrorCode::storage, what); };
  constexpr std::size_t kHeader = kBodyAt + kColumns * kColumnHeader;
  const std::size_t size = bytes.size();
  if (size < kHeader) fail("the block is cut short");
  bytes_.reserve(size + kPadding);  // exactly: blocks stay in the cache
  bytes_.append(bytes).append(kPadding, '\0');
  const char* data = bytes_.data();
  if (data[0] != kBlockVersion || data[1] != kColumns) fail("the block has an unknown version");
  rows_ = read_little_endian<std::uint16_t>(data + 2);
  if (rows_ == 0 || rows_ > kBlockRows) fail("the block has an impossible count");
  if (read_little_endian<std::uint32_t>(data + 4) != size) fail("the block has the wrong length");
  const auto stored = read_little_endian<std::uint64_t>(data + kChecksumAt);
  const auto head = read_little_endian<std::uint64_t>(data);
  if (block_checksum(bytes.substr(kBodyAt), head) != stored) fail("the block's checksum is wrong");
  for (std::size_t i = 0; i < kColumns; ++i) {
    const char* header = data + kBodyAt + i * kColumnHeader;
    zones_[i] = {read_little_endian<std::uint64_t>(header),
                 read_little_endian<std::uint64_t>(header + 8)};
    const std::size_t start = read_little_endian<std::uint32_t>(header + 16);
    const std::size_t end =
        i + 1 < kColumns ? read_little_endian<std::uint32_t>(header + kColumnHeader + 16) : size;
    if (start < kHeader || start > end || end > size) fail("a column lies outside its block");
    columns_[i] = Column::parse(static_cast<Encoding>(header[20]),
                                std::string_view(data + start, end - start), rows_, zones_[i].low);
  }
}

std::size_t Block::memory_bytes() const noexcept {
  std::size_t bytes = sizeof(Block) + bytes_.capacity();
  for (const Column& column : columns_) bytes += column.heap_bytes();
  return bytes;
}

Key Block::row(std::size_t row) const {
  return {columns_[0].at(row), columns_[1].at(row), columns_[2].at(row), columns_[3].at(row)};
}

std::size_t Block::lower_bound(const Key& key) const {
  std::size_t first = 0;
  std::size_t last = rows_;
  for (std::size_t i = 0; i < kColumns && first < last; ++i) {
    first = columns_[i].lower_bound(first, last, key[i]);
    if (key[i] != ~std::uint64_t{0}) last = columns_[i].lower_bound(first, last, key[i] + 1);
  }
  return first;
}

std::size_t Block::upper_bound(const Key& key) const {
  const std::size_t row = lower_bound(key);
  return row < rows_ && this->row(row) == key ? row + 1 : row;
}

bool Block::contains(const Key& key) const {
  const std::size_t row = lower_bound(key);
  return row < rows_ && this->row(row) == key;
}

void Block::decode(std::size_t first, std::size_t count, Key* out) const {
  std::vector<std::uint64_t> values(count);
  for (std::size_t i = 0; i < kColumns; ++i) {
    columns_[i].decode(first, count, values.data());
    for (std::size_t row = 0; row < count; ++row) out[row][i] = values[row];
  }
}

}  // namespace dossier::storage
