// SPDX-License-Identifier: Apache-2.0
// The newest committed state of a store and, for its writer, its lock and the progress of folding.
// Private to storage/.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "storage/fold/fold_state.h"
#include "storage/state/state.h"
#include "storage/state/write_lock.h"

namespace dossier::storage {

/// Thread-safe. Shared by the store and its transactions: the last of them destroys it.
class CurrentState {
 public:
  explicit CurrentState(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  ~CurrentState() { state_->database->tidy(); }
  CurrentState(const CurrentState&) = delete;
  CurrentState& operator=(const CurrentState&) = delete;

  WriteLock& write_lock() noexcept { return write_lock_; }

  std::shared_ptr<const State> get() const {
    const std::lock_guard lock(mutex_);
    return state_;
  }
  void set(std::shared_ptr<const State> state) {
    {
      const std::lock_guard lock(mutex_);
      state_.swap(state);
    }
    // The old state and its snapshot are released here, outside the lock.
  }
  /// Only for the holder of the write lock. Read from disk on first use: readers do not need it.
  FoldState& folding() {
    if (!folding_) folding_ = read_fold_state(*get());
    return *folding_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const State> state_;
  WriteLock write_lock_;
  std::optional<FoldState> folding_;
};

}  // namespace dossier::storage
