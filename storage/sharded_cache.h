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
    const auto found = shard.map.find(key);
    if (found == shard.map.end()) return std::nullopt;
    shard.order.splice(shard.order.begin(), shard.order, found->second);
    return found->second->value;
  }

  void put(const Key& key, Value value, std::size_t bytes) {
    bytes += sizeof(Entry) + kNodeOverhead;
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (bytes > shard_budget_ || shard.map.contains(key)) return;
    shard.order.push_front(Entry{key, std::move(value), bytes});
    shard.map.emplace(key, shard.order.begin());
    shard.bytes += bytes;
    while (shard.bytes > shard_budget_) {
      shard.bytes -= shard.order.back().bytes;
      shard.map.erase(shard.order.back().key);
      shard.order.pop_back();
    }
  }

 private:
  static constexpr std::size_t kShards = 16;
  static constexpr std::size_t kNodeOverhead = 64;  ///< list and hash nodes, roughly

  struct Entry {
    Key key;
    Value value;
    std::size_t bytes;
  };
  struct Shard {
    std::mutex mutex;
    std::list<Entry> order;  ///< most recently used first
    std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> map;
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
