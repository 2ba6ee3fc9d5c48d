// SPDX-License-Identifier: Apache-2.0
// Blocks: any bytes give a block or an Error that says what is wrong. Length and checksum are made
// to fit first, or no damage would get further. What gives a block reads the same row by row, in
// whole and by search, and nothing is read beyond it.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "storage/block/block.h"
#include "storage/block/checksum.h"
#include "storage/bytes.h"

namespace {

using namespace dossier::storage;

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void seal(std::string& bytes) {
  if (bytes.size() < 16) return;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  std::memcpy(bytes.data() + 4, &size, sizeof size);
  const auto head = read_little_endian<std::uint64_t>(bytes.data());
  const std::uint64_t sum = block_checksum(std::string_view(bytes).substr(16), head);
  std::memcpy(bytes.data() + 8, &sum, sizeof sum);
}

void read_all(const Block& block) {
  std::vector<Key> rows(block.rows());
  block.decode(0, rows.size(), rows.data());
  for (std::size_t i = 0; i < rows.size(); i += 1 + rows.size() / 50) {
    demand(block.row(i) == rows[i], "a row read alone differs");
    const std::size_t count = std::min<std::size_t>(rows.size() - i, 200);
    std::vector<Key> part(count);
    block.decode(i, count, part.data());
    demand(std::equal(part.begin(), part.end(), rows.begin() + static_cast<std::ptrdiff_t>(i)),
           "rows read in part differ");
    demand(block.lower_bound(rows[i]) <= rows.size(), "a search left the block");
    static_cast<void>(block.contains(rows[i]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  seal(bytes);
  try {
    read_all(Block(bytes));
  } catch (const dossier::Error& error) {
    demand(error.code() == dossier::ErrorCode::storage, "an error of another kind");
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
