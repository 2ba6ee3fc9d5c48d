// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/hash_index.h"

#include <utility>

#include "dossier/error.h"

namespace dossier {

namespace {

constexpr std::size_t kFirstBuckets = 64;

}  // namespace

void HashIndex::add(std::uint64_t hash) {
  if (entries_.size() >= heads_.size()) grow();
  if (entries_.size() == kEnd)
    throw Error(ErrorCode::limit, "an intermediate result has more than 4294967294 rows");
  std::uint32_t& head = heads_[hash & (heads_.size() - 1)];
  entries_.push_back({hash, head});
  head = static_cast<std::uint32_t>(entries_.size() - 1);
}

void HashIndex::grow() {
  const std::size_t buckets = heads_.empty() ? kFirstBuckets : heads_.size() * 2;
  // Old and new entries are there together for a moment.
  memory_.check(buckets * (sizeof(std::uint32_t) + sizeof(Entry)));
  heads_.assign(buckets, kEnd);
  entries_.reserve(buckets);
  for (std::size_t row = 0; row < entries_.size(); ++row) {
    std::uint32_t& head = heads_[entries_[row].hash & (buckets - 1)];
    entries_[row].next = head;
    head = static_cast<std::uint32_t>(row);
  }
  recharge();
}

void HashIndex::recharge() {
  const std::size_t bytes =
      heads_.capacity() * sizeof(std::uint32_t) + entries_.capacity() * sizeof(Entry);
  const std::size_t before = std::exchange(charged_, bytes);
  if (bytes > before) memory_.charge(bytes - before);
}

void HashIndex::clear() noexcept {
  memory_.release(charged_);
  charged_ = 0;
  heads_ = {};
  entries_ = {};
}

}  // namespace dossier
