// A sharded least-recently-used cache with a budget in bytes.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

namespace dossier::storage {

/// Thread-safe. Values are copied out, so they should be cheap to copy (shared pointers, terms).
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class ShardedCache {
 public:
  explicit ShardedCache(std::size_t budget_bytes) : shard_budget_(budget_bytes / kShards) {}

  std::optional<Value> get(const Key& key) {
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.map.find(&key);
    if (found == shard.map.end()) return std::nullopt;
    shard.order.splice(shard.order.begin(), shard.order, found->second);
    return found->second->value;
  }

  void put(const Key& key, Value value, std::size_t bytes) {
    bytes += sizeof(Entry) + kNodeOverhead;
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (bytes > shard_budget_ || shard.map.contains(&key)) return;
    shard.order.push_front(Entry{key, std::move(value), bytes});
    shard.map.emplace(&shard.order.front().key, shard.order.begin());
    shard.bytes += bytes;
    while (shard.bytes > shard_budget_) {
      shard.bytes -= shard.order.back().bytes;
      shard.map.erase(&shard.order.back().key);
      shard.order.pop_back();
    }
  }

  /// What its entries take, never above the budget.
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
  /// Links of the list, node and slot of the map, headers of both allocations.
  static constexpr std::size_t kNodeOverhead = 96;

  struct Entry {
    Key key;
    Value value;
    std::size_t bytes;
  };
  struct PointerHash {
    std::size_t operator()(const Key* key) const { return Hash{}(*key); }
  };
  struct PointerEqual {
    bool operator()(const Key* a, const Key* b) const { return *a == *b; }
  };
  struct Shard {
    mutable std::mutex mutex;
    std::list<Entry> order;  ///< most recently used first
    std::unordered_map<const Key*, typename std::list<Entry>::iterator, PointerHash, PointerEqual>
        map;  ///< by the keys in the list
    std::size_t bytes = 0;
  };

  Shard& shard_of(const Key& key) {
    const std::size_t hash = Hash{}(key)*std::size_t{0x9E3779B97F4A7C15ULL};
    return shards_[hash >> 60];
  }

  std::size_t shard_budget_;
  std::array<Shard, kShards> shards_;
};

}  // namespace dossier::storage
