// SPDX-License-Identifier: Apache-2.0
// The rows of one or two sorted columns as a trie: the different first values, below each its
// second values.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/exec/operator.h"
#include "engine/runtime/memory_budget.h"

namespace dossier {

class Trie {
 public:
  /// The budget must outlive it.
  explicit Trie(MemoryBudget& memory) : charge_(memory) {}

  /// Reads a source that ascends by `first`, then `second`. Equal rows count once.
  void load(Operator& source, Slot first, std::optional<Slot> second);
  void clear();

  std::span<const TermId> firsts() const noexcept { return firsts_; }
  /// Below the first value of this number.
  std::span<const TermId> seconds(std::size_t first) const {
    const std::size_t begin = first == 0 ? 0 : ends_[first - 1];
    return std::span(seconds_).subspan(begin, ends_[first] - begin);
  }

 private:
  void add(TermId first);
  void add(TermId first, TermId second);

  std::vector<TermId> firsts_;
  std::vector<std::size_t> ends_;  ///< of each first value's part of seconds_
  std::vector<TermId> seconds_;
  MemoryCharge charge_;
};

/// A place among ascending values.
struct TrieCursor {
  const TermId* at = nullptr;
  const TermId* end = nullptr;

  explicit TrieCursor(std::span<const TermId> values)
      : at(values.data()), end(values.data() + values.size()) {}
  /// Goes on to the first value that is not below `lower`: by steps that double, then by halving.
  void seek(TermId lower);
};

}  // namespace dossier
