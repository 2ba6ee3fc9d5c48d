// SPDX-License-Identifier: Apache-2.0
// The delta on disk: the changes of a commit in a row or a few, in the order of commits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "storage/delta/delta.h"

namespace dossier::storage {

/// The most changes in a page; a larger commit writes several pages.
inline constexpr std::size_t kPageChanges = 16384;

/// Pages sort by number, older first.
std::string page_key(std::uint64_t number);
/// Throws Error(storage) when the key has the wrong length.
std::uint64_t decode_page_key(std::string_view key);

/// Keys of the changes are in spo order.
std::string encode_page(std::span<const Change> changes);
/// Calls `visit` for each change in the order they were given. Throws Error(storage) when the page
/// is damaged.
void decode_page(std::string_view value, const std::function<void(const Change&)>& visit);

/// The pages that exist, and up to which of them each permutation has folded the changes into its
/// blocks. A page overrides the blocks, so it may stay after some permutations have its changes. It
/// is deleted, after all older ones, when the last permutation has them. This progress is not on
/// disk: after opening, every page counts as not folded.
class DeltaPages {
 public:
  /// The number the next page gets.
  std::uint64_t next() const noexcept { return next_; }
  void add(std::uint64_t number, std::size_t changes);
  /// The blocks of `permutation` have every change of the pages below `number`.
  void mark_folded(Permutation permutation, std::uint64_t number);

  struct Page {
    std::uint64_t number;
    std::size_t changes;
  };
  const Page& operator[](std::size_t i) const { return pages_[i]; }  ///< 0: the oldest
  /// How many of the oldest pages all permutations have folded.
  std::size_t folded() const;
  void drop(std::size_t oldest);

 private:
  std::deque<Page> pages_;  ///< oldest first
  std::uint64_t next_ = 1;
  std::array<std::uint64_t, kPermutationCount> folded_below_{};
};

}  // namespace dossier::storage
