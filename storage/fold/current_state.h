// SPDX-License-Identifier: Apache-2.0
// The newest committed state of a store and, for its writer, its lock and the progress of folding.
// Private to storage/.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

#include "dossier/error.h"
#include "storage/fold/fold_state.h"
#include "storage/state/state.h"
#include "storage/state/write_lock.h"
#include "storage/text/text_layer.h"

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
  /// Called when a write is on disk, or may be, and its state could not be published, because
  /// memory ran out: what is written next would be built on an old state.
  void mark_behind() noexcept { is_behind_ = true; }
  /// Throws Error(storage) after mark_behind(). For the holder of the write lock, before it writes.
  void require_current() const {
    if (!is_behind_) return;
    throw Error(ErrorCode::storage,
                state_->database->path() +
                    ": an earlier change ran out of memory when it was on disk already. Close the "
                    "knowledge base and open it again to write.");
  }
  /// Publishes the state of a write that is on disk.
  void publish(std::shared_ptr<State> next) {
    try {
      next->snapshot = next->database->snapshot();
      set(std::move(next));
    } catch (...) {
      mark_behind();
      throw;
    }
  }
  /// Only for the holder of the write lock: what Store::set_base_forms() says of the texts of its
  /// transaction.
  BaseForms& base_forms() noexcept { return base_forms_; }
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
  BaseForms base_forms_;
  std::atomic<bool> is_behind_ = false;
};

}  // namespace dossier::storage
