// SPDX-License-Identifier: Apache-2.0
// A string that grows within a query's memory: asks before it takes more.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/runtime/memory_budget.h"

namespace dossier::functions {

/// The capacity for a text of `size` bytes that has outgrown `capacity`: twice as much, so that
/// many appends cost little, or what is needed where that leaves no room for old and new together.
inline std::size_t grown_capacity(std::size_t capacity, std::size_t size, std::size_t left) {
  const std::size_t twice = std::max(size, 2 * capacity);
  return twice <= left ? twice : size;
}

/// Charges nothing: whoever takes the text does.
class TextBuilder {
 public:
  /// The budget must outlive it.
  explicit TextBuilder(const MemoryBudget& memory) : memory_(memory) {}

  /// Throws Error(limit) when the memory does not hold the text and what it grows from.
  void append(std::string_view more) {
    if (text_.capacity() - text_.size() < more.size()) grow(text_.size() + more.size());
    text_ += more;
  }
  std::string take() && { return std::move(text_); }

 private:
  void grow(std::size_t size) {
    const std::size_t held = std::min(text_.capacity(), memory_.left());
    const std::size_t capacity = grown_capacity(text_.capacity(), size, memory_.left() - held);
    memory_.check(capacity + text_.capacity());
    text_.reserve(capacity);
  }

  const MemoryBudget& memory_;
  std::string text_;
};

}  // namespace dossier::functions
