// SPDX-License-Identifier: Apache-2.0
#include "storage/load/term_table.h"

#include <algorithm>
#include <cstring>

#include "storage/bytes.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kArenaBlock = std::size_t{1} << 18;
constexpr std::size_t kFirstSlots = 1024;

std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Sixteen bytes a step, each step a full multiplication folded onto itself; the last step looks at
// the last sixteen bytes, be they seen before or not.
std::uint32_t hash_of(std::string_view key) {
  constexpr std::uint64_t kA = 0x9E3779B97F4A7C15ULL;
  constexpr std::uint64_t kB = 0xD6E8FEB86659FD93ULL;
  const auto word = [&](std::size_t at) {
    return read_little_endian<std::uint64_t>(key.data() + at);
  };
  std::uint64_t hash = key.size() * kB;
  if (key.size() >= 16) {
    for (std::size_t at = 0; at + 16 < key.size(); at += 16) {
      hash = fold(word(at) ^ kA ^ hash, word(at + 8) ^ kB);
    }
    hash = fold(word(key.size() - 16) ^ kA ^ hash, word(key.size() - 8) ^ kB);
  } else {
    char padded[16] = {};
    std::memcpy(padded, key.data(), key.size());
    hash = fold(read_little_endian<std::uint64_t>(padded) ^ kA ^ hash,
                read_little_endian<std::uint64_t>(padded + 8) ^ kB);
  }
  hash = fold(hash ^ kB, kA);
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

std::uint32_t TermTable::intern(std::string_view key, std::string_view note) {
  return intern(key, note, hash_of(key));
}

// A table beyond the processor's cache answers late: so each level of it is asked for all terms
// before the answer to the first is needed.
void TermTable::intern(std::span<const Wanted> wanted, std::span<std::uint32_t> numbers) {
  while ((entries_.size() + wanted.size()) * 3 >= slots_.size() * 2) grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    numbers[i] = hash_of(wanted[i].key);
    __builtin_prefetch(&slots_[numbers[i] & mask]);
  }
  for (const std::uint32_t hash : numbers) {
    const Slot& slot = slots_[hash & mask];
    if (slot.hash == hash && slot.number != kFree) __builtin_prefetch(&entries_[slot.number]);
  }
  for (const std::uint32_t hash : numbers) {
    const Slot& slot = slots_[hash & mask];
    if (slot.hash == hash && slot.number != kFree) __builtin_prefetch(entries_[slot.number].data);
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    numbers[i] = intern(wanted[i].key, wanted[i].note, numbers[i]);
  }
}

std::uint32_t TermTable::intern(std::string_view key, std::string_view note, std::uint32_t hash) {
  if (entries_.size() * 3 >= slots_.size() * 2) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != kFree; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && this->key(slots_[at].number) == key) return slots_[at].number;
  }
  const std::uint32_t number = size();
  slots_[at] = {hash, number};
  entries_.push_back({store(key, note), static_cast<std::uint32_t>(key.size()),
                      static_cast<std::uint32_t>(note.size())});
  return number;
}

void TermTable::grow() {
  std::vector<Slot> slots(std::max(kFirstSlots, slots_.size() * 2));
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == kFree) continue;
    std::size_t at = slot.hash & mask;
    while (slots[at].number != kFree) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

const char* TermTable::store(std::string_view key, std::string_view note) {
  const std::size_t size = key.size() + note.size();
  if (size > free_bytes_) {
    free_bytes_ = std::max(kArenaBlock, size);
    free_ = arena_.emplace_back(std::make_unique_for_overwrite<char[]>(free_bytes_)).get();
    arena_bytes_ += free_bytes_;
  }
  char* const data = free_;
  key.copy(data, key.size());
  note.copy(data + key.size(), note.size());
  free_ += size;
  free_bytes_ -= size;
  return data;
}

std::size_t TermTable::memory_bytes() const noexcept {
  return arena_bytes_ + entries_.capacity() * sizeof(Entry) + slots_.size() * sizeof(Slot);
}

}  // namespace dossier::storage
