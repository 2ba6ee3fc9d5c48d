// SPDX-License-Identifier: Apache-2.0
// The newest committed state of a store and, for its writer, where folding stands. Private to
// storage/.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "storage/fold/fold_state.h"
#include "storage/state/state.h"

namespace dossier::storage {

/// Thread-safe.
class CurrentState {
 public:
  explicit CurrentState(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  std::shared_ptr<const State> get() const {
    const std::lock_guard lock(mutex_);
    return state_;
  }
  void set(std::shared_ptr<const State> state) {
    {
      const std::lock_guard lock(mutex_);
      state_.swap(state);
    }
    // The old state, and with it its snapshot, goes here: outside the lock.
  }
  /// For the holder of the write lock alone. Read on first use: who only reads does without.
  FoldState& folding() {
    if (!folding_) folding_ = read_fold_state(*get());
    return *folding_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const State> state_;
  std::optional<FoldState> folding_;
};

}  // namespace dossier::storage
