// SPDX-License-Identifier: Apache-2.0
// Many short texts in a few large pieces of memory, which are not moved as more come. Private to
// engine/results.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::results {

/// How many bytes texts may still take, those of several threads together.
class TextRoom {
 public:
  explicit TextRoom(std::size_t bytes) : left_(bytes) {}
  /// False, and nothing is taken, when fewer are left.
  bool take(std::size_t bytes) noexcept {
    std::size_t left = left_.load(std::memory_order_relaxed);
    do {
      if (bytes > left) return false;
    } while (!left_.compare_exchange_weak(left, left - bytes, std::memory_order_relaxed));
    return true;
  }

 private:
  std::atomic<std::size_t> left_;
};

/// Where a text is.
struct TextPlace {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  std::uint32_t block = 0;
};

/// One thread at a time.
class TextBlocks {
 public:
  /// Keeps the memory for other texts. `many` of them will come, or few.
  void clear(bool many) noexcept {
    for (std::string& block : blocks_) block.clear();
    at_ = 0;
    takes_whole_blocks_ = many;
  }
  /// A block that has room for a text of about `size` bytes: append it, then ask for place_from().
  /// A text that is larger than a block has one of its own, which does not double as it grows.
  std::string& open(std::size_t size) {
    const bool is_large = size > kBlockBytes;
    if (at_ < blocks_.size() &&
        (blocks_[at_].size() >= kBlockBytes || (is_large && !blocks_[at_].empty())))
      ++at_;
    if (at_ == blocks_.size()) {
      blocks_.emplace_back();
      if (takes_whole_blocks_) blocks_.back().reserve(kBlockBytes + kBlockBytes / 16);
    }
    if (is_large) blocks_[at_].reserve(size + size / 16);
    return blocks_[at_];
  }
  /// Of what was appended to the open block since it had that size.
  TextPlace place_from(std::size_t size_before) const {
    return {static_cast<std::uint32_t>(size_before),
            static_cast<std::uint32_t>(blocks_[at_].size() - size_before),
            static_cast<std::uint32_t>(at_)};
  }
  std::string_view text(const TextPlace& place) const {
    return {blocks_[place.block].data() + place.begin, place.size};
  }
  std::size_t bytes() const noexcept {
    std::size_t bytes = 0;
    for (const std::string& block : blocks_) bytes += block.capacity();
    return bytes;
  }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

  std::vector<std::string> blocks_;
  std::size_t at_ = 0;  ///< the open one
  bool takes_whole_blocks_ = false;
};

}  // namespace dossier::results
