// SPDX-License-Identifier: Apache-2.0
// A sharded cache with a budget in bytes that evicts entries not used recently.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace dossier::storage {

/// Thread-safe. Values are copied out, so they should be cheap to copy (shared pointers, terms).
/// Entries are evicted by the clock algorithm (Corbato, "A Paging Experiment with the Multics
/// System", 1968): one bit records whether an entry was used since the hand last passed, so a
/// hit writes only to its entry.
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class ShardedCache {
 public:
  explicit ShardedCache(std::size_t budget_bytes) : shard_budget_(budget_bytes / kShards) {}

  std::optional<Value> get(const Key& key) {
    std::optional<Value> value;
    visit(key, [&](const Value& found) { value = found; });
    return value;
  }

  /// Calls `use` with the value where it is, and says whether it is there. `use` is short and asks
  /// this cache for nothing: it keeps others waiting.
  template <typename Use>
  bool visit(const Key& key, Use use) {
    const std::uint64_t hash = hash_of(key);
    Shard& shard = shard_of(hash);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.slots.find(hash);
    if (found == shard.slots.end()) return false;
    Entry& entry = shard.entries[found->second];
    if (!(entry.key == key)) return false;
    entry.asked_for = true;
    use(entry.value);
    return true;
  }

  /// Keeps an existing entry; of two keys with the same hash it keeps the first. A value that takes
  /// more than its share is not even copied.
  void put(const Key& key, const Value& value, std::size_t bytes) {
    bytes += sizeof(Entry) + kSlotBytes;
    const std::uint64_t hash = hash_of(key);
    Shard& shard = shard_of(hash);
    const std::lock_guard lock(shard.mutex);
    if (bytes > shard_budget_ || shard.slots.contains(hash)) return;
    while (shard.bytes + bytes > shard_budget_) shard.give_up_one();
    shard.slots.emplace(hash, shard.store(Entry{key, value, hash, bytes}));
    shard.bytes += bytes;
  }

  /// The size of all entries, never above the budget.
  std::size_t bytes() const {
    std::size_t bytes = 0;
    for (const Shard& shard : shards_) {
      const std::lock_guard lock(shard.mutex);
      bytes += shard.bytes;
    }
    return bytes;
  }

 private:
  static constexpr std::size_t kShards = 16;
  /// A place in the hash table, and its share of what stays empty in the table and the vector.
  static constexpr std::size_t kSlotBytes = 64;

  struct Entry {
    Key key{};
    Value value{};
    std::uint64_t hash = 0;
    std::size_t bytes = 0;  ///< 0: empty
    bool asked_for = false;
  };

  struct Shard {
    std::uint32_t store(Entry entry) {
      if (empty.empty()) {
        entries.push_back(std::move(entry));
        return static_cast<std::uint32_t>(entries.size() - 1);
      }
      const std::uint32_t slot = empty.back();
      empty.pop_back();
      entries[slot] = std::move(entry);
      return slot;
    }

    void give_up_one() {
      while (true) {
        hand = hand + 1 < entries.size() ? hand + 1 : 0;
        Entry& entry = entries[hand];
        if (entry.bytes == 0) continue;
        if (!std::exchange(entry.asked_for, false)) break;
      }
      bytes -= entries[hand].bytes;
      slots.erase(entries[hand].hash);
      entries[hand] = Entry{};
      empty.push_back(static_cast<std::uint32_t>(hand));
    }

    mutable std::mutex mutex;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> slots;  ///< places in entries, by hash
    std::vector<Entry> entries;
    std::vector<std::uint32_t> empty;
    std::size_t hand = 0;
    std::size_t bytes = 0;
  };

  static std::uint64_t hash_of(const Key& key) {
    return static_cast<std::uint64_t>(Hash{}(key)) * std::uint64_t{0x9E3779B97F4A7C15};
  }
  Shard& shard_of(std::uint64_t hash) { return shards_[hash >> 60]; }

  std::size_t shard_budget_;
  std::array<Shard, kShards> shards_;
};

}  // namespace dossier::storage
