// What a store and its writing parts share: the published state and the one writer's turn.
// Private to storage/.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

#include "storage/fold_state.h"
#include "storage/state.h"

namespace dossier::storage {

/// Thread-safe.
class Published {
 public:
  explicit Published(std::shared_ptr<const State> state) : state_(std::move(state)) {}

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
  /// For the holder of the writer's turn alone. Read on first use: who only reads does without.
  FoldState& folding() {
    if (!folding_) folding_ = read_fold_state(*get());
    return *folding_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const State> state_;
  std::optional<FoldState> folding_;
};

/// The right to write; one holder at a time, others wait. Held over the life of a transaction,
/// which may end in another thread than it began in.
class WriterTurn {
 public:
  class Ticket {
   public:
    explicit Ticket(WriterTurn& turn) : turn_(&turn) { turn.enter(); }
    ~Ticket() { release(); }
    Ticket(const Ticket&) = delete;
    Ticket& operator=(const Ticket&) = delete;
    void release() {
      if (turn_ != nullptr) turn_->leave();
      turn_ = nullptr;
    }

   private:
    WriterTurn* turn_;
  };

 private:
  void enter() {
    std::unique_lock lock(mutex_);
    free_.wait(lock, [this] { return !taken_; });
    taken_ = true;
  }
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      taken_ = false;
    }
    free_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable free_;
  bool taken_ = false;
};

}  // namespace dossier::storage
