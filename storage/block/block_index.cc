// SPDX-License-Identifier: Apache-2.0
#include "storage/block/block_index.h"

#include <algorithm>
#include <atomic>

#include "dossier/error.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> counter{0};
  return ++counter;
}

bool same_pair(const Key& a, const Key& b) { return a[0] == b[0] && a[1] == b[1]; }

}  // namespace

BlockEntry make_entry(std::span<const Key> rows) {
  BlockEntry entry;
  entry.first = entry.low = rows.front();
  entry.last = rows.back();
  entry.rows = static_cast<std::uint32_t>(rows.size());
  entry.serial = next_serial();
  entry.heads = entry.pairs = 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t column = 0; column < 4; ++column) {
      entry.low[column] = std::min(entry.low[column], rows[i][column]);
      entry.high[column] = std::max(entry.high[column], rows[i][column]);
    }
    if (i == 0) continue;
    entry.heads += rows[i][0] != rows[i - 1][0] ? 1U : 0U;
    entry.pairs += same_pair(rows[i], rows[i - 1]) ? 0U : 1U;
  }
  return entry;
}

std::string encode_entry_key(Permutation permutation, const Key& first) {
  std::string key(1, static_cast<char>(permutation));
  append_key(key, first);
  return key;
}

std::string encode_entry(const BlockEntry& entry) {
  std::string out;
  for (const std::uint64_t word : entry.last) append_little_endian(out, word);
  for (std::size_t i = 0; i < 4; ++i) {
    append_little_endian(out, entry.low[i]);
    append_little_endian(out, entry.high[i]);
  }
  append_little_endian(out, entry.rows);
  append_little_endian(out, entry.heads);
  append_little_endian(out, entry.pairs);
  return out;
}

BlockEntry decode_entry(std::string_view key, std::string_view value) {
  BlockEntry entry;
  entry.first = decode_key(key.substr(std::min<std::size_t>(1, key.size())));
  entry.serial = next_serial();
  ByteReader reader(value);
  for (auto& word : entry.last) word = reader.read<std::uint64_t>();
  for (std::size_t i = 0; i < 4; ++i) {
    entry.low[i] = reader.read<std::uint64_t>();
    entry.high[i] = reader.read<std::uint64_t>();
  }
  entry.rows = reader.read<std::uint32_t>();
  entry.heads = reader.read<std::uint32_t>();
  entry.pairs = reader.read<std::uint32_t>();
  if (!reader.ok() || !reader.at_end()) {
    throw Error(ErrorCode::storage, "a row of the block index has the wrong length");
  }
  return entry;
}

BlockIndex::BlockIndex(std::vector<BlockEntry> entries) : entries_(std::move(entries)) {
  const std::size_t count = entries_.size();
  firsts_.reserve(count);
  for (auto* sums : {&rows_before_, &heads_before_, &pairs_before_}) sums->assign(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const BlockEntry& entry = entries_[i];
    firsts_.push_back(entry.first);
    // A head or pair that continues from the block before was counted there.
    const bool head_goes_on = i > 0 && entries_[i - 1].last[0] == entry.first[0];
    const bool pair_goes_on = i > 0 && same_pair(entries_[i - 1].last, entry.first);
    rows_before_[i + 1] = rows_before_[i] + entry.rows;
    heads_before_[i + 1] = heads_before_[i] + entry.heads - (head_goes_on ? 1 : 0);
    pairs_before_[i + 1] = pairs_before_[i] + entry.pairs - (pair_goes_on ? 1 : 0);
  }
}

std::size_t BlockIndex::find(const Key& key) const noexcept {
  const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), key);
  return after == firsts_.begin() ? 0 : static_cast<std::size_t>(after - firsts_.begin()) - 1;
}

std::size_t BlockIndex::find(const Key& key, std::size_t from) const noexcept {
  std::size_t step = 1;
  while (from + step < firsts_.size() && firsts_[from + step] <= key) {
    from += step;
    step *= 2;
  }
  const auto begin = firsts_.begin() + static_cast<std::ptrdiff_t>(std::min(from, firsts_.size()));
  const auto end =
      firsts_.begin() + static_cast<std::ptrdiff_t>(std::min(from + step, firsts_.size()));
  const auto after = std::upper_bound(begin, end, key);
  return after == begin ? from : static_cast<std::size_t>(after - firsts_.begin()) - 1;
}

}  // namespace dossier::storage
