// SPDX-License-Identifier: Apache-2.0
// The terms of a chunk: byte strings numbered in the order they came. Private to storage/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace dossier::storage {

/// Bytes live in an arena; an open hash table finds them. One thread at a time.
class TermTable {
 public:
  static constexpr std::uint32_t kMostTerms = std::uint32_t{1} << 30;

  struct Wanted {
    std::string_view key;
    std::string_view note;
  };

  /// The number of `key`; when it is new, `note` is kept beside it.
  std::uint32_t intern(std::string_view key, std::string_view note = {});
  /// The same for each of `wanted`, one after the other, without waiting for memory at each.
  /// `numbers` has their size.
  void intern(std::span<const Wanted> wanted, std::span<std::uint32_t> numbers);

  std::string_view key(std::uint32_t number) const {
    return {entries_[number].data, entries_[number].size};
  }
  std::string_view note(std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {entry.data + entry.size, entry.note_size};
  }
  /// Says that the term will be read soon.
  void prefetch(std::uint32_t number) const { __builtin_prefetch(&entries_[number]); }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(entries_.size()); }
  std::size_t memory_bytes() const noexcept;
  /// Frees the memory for finding keys. No intern() is allowed after it.
  void freeze() { slots_ = {}; }

 private:
  struct Entry {
    const char* data;
    std::uint32_t size;
    std::uint32_t note_size;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

  void grow();
  std::uint32_t intern(std::string_view key, std::string_view note, std::uint32_t hash);
  const char* store(std::string_view key, std::string_view note);

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  ///< a power of two of them
  std::vector<std::unique_ptr<char[]>> arena_;
  std::size_t arena_bytes_ = 0;
  char* free_ = nullptr;
  std::size_t free_bytes_ = 0;
};

}  // namespace dossier::storage
