// SPDX-License-Identifier: Apache-2.0
#include "storage/sharded_cache.h"

#include <catch2/catch.hpp>

using namespace dossier::storage;

namespace {

struct CopyCount {
  CopyCount() = default;
  CopyCount(const CopyCount& other) : copies(other.copies) { ++*copies; }
  CopyCount(CopyCount&&) = default;
  CopyCount& operator=(const CopyCount&) = default;
  CopyCount& operator=(CopyCount&&) = default;
  int* copies = nullptr;
};

}  // namespace

TEST_CASE("a value that takes more than its share of the cache is neither kept nor copied") {
  ShardedCache<int, CopyCount> cache(std::size_t{16} << 10);  // in 16 shares
  int copies = 0;
  CopyCount value;
  value.copies = &copies;
  cache.put(1, value, 10 << 10);
  CHECK(copies == 0);
  CHECK(!cache.get(1));
  CHECK(cache.bytes() == 0);
  cache.put(1, value, 100);
  CHECK(cache.get(1));
  CHECK(cache.bytes() > 100);
}
