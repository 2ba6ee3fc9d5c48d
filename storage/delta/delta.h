// SPDX-License-Identifier: Apache-2.0
// The delta: committed changes that are not yet in the blocks, in memory, per permutation.
//
// A few sorted runs, each some times as long as the next newer one: a commit adds a run and merges
// the short ones, so each change is copied a handful of times in its life, and a reader searches a
// handful of arrays. A change says what holds (present or absent), whatever the blocks say: reading
// needs no count of copies, and folding a change twice does no harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "storage/permutation.h"

namespace dossier::storage {

struct Change {
  Key key;
  bool present;
};

/// Sorted changes without repeats. Immutable once shared.
struct DeltaRun {
  std::vector<Key> keys;
  /// Of the changes before each, how many say "present"; one longer than keys.
  std::vector<std::uint32_t> present_before{0};

  void reserve(std::size_t size);
  void push(const Key& key, bool present) {
    keys.push_back(key);
    present_before.push_back(present_before.back() + (present ? 1U : 0U));
  }
  bool present(std::size_t i) const { return present_before[i + 1] != present_before[i]; }
};

/// A stretch of a run.
struct DeltaSlice {
  std::shared_ptr<const DeltaRun> run;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const noexcept { return end - begin; }
  /// The first place in the stretch whose key is at least `key`.
  std::size_t lower_bound(const Key& key) const { return lower_bound(key, begin); }
  std::size_t lower_bound(const Key& key, std::size_t from) const;
  /// The first place in the stretch whose key is above `key`.
  std::size_t upper_bound(const Key& key) const;
};

/// Immutable value, cheap to copy.
class Delta {
 public:
  /// With further changes on top, in any order; of several to one key the last holds.
  Delta with(std::vector<Change> changes) const;
  Delta with(std::shared_ptr<const DeltaRun> changes) const;
  /// Without the changes whose key lies in `range`. Copies none of the others.
  Delta without(const KeyRange& range) const;

  bool empty() const noexcept { return slices_.empty(); }
  /// How many changes; those overridden by newer ones may count again.
  std::size_t size() const noexcept;
  /// The highest key of all; kLowestKey when there is none.
  Key highest() const;
  /// Whether the delta has `key` as present or absent; none when it has no entry for it.
  std::optional<bool> find(const Key& key) const;
  /// How many more quads the range has by the delta: nearly, as changes may repeat what is so.
  std::int64_t net(const KeyRange& range) const;

  /// Oldest first.
  const std::vector<DeltaSlice>& slices() const noexcept { return slices_; }

 private:
  std::vector<DeltaSlice> slices_;
};

/// Walks the changes of a range in key order, the newest of each key. The delta must outlive it.
class DeltaCursor {
 public:
  DeltaCursor(const Delta& delta, const KeyRange& range);

  bool at_end() const noexcept { return current_ == kNone; }
  const Key& key() const { return parts_[current_].key(); }
  bool present() const { return parts_[current_].run->present(parts_[current_].at); }
  void next();
  /// Skips to the first change at or after `key`; never back.
  void seek(const Key& key);

 private:
  struct Part {
    const DeltaRun* run;
    std::size_t at;
    std::size_t end;
    const Key& key() const { return run->keys[at]; }
  };
  static constexpr std::size_t kNone = ~std::size_t{0};
  void choose();

  std::vector<Part> parts_;  ///< oldest first
  std::size_t current_ = kNone;
};

}  // namespace dossier::storage
