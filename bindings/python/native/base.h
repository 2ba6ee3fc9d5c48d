// SPDX-License-Identifier: Apache-2.0
// A knowledge base as Python holds it. Python may keep a result longer than its base, and may close
// the base while another thread reads: both are errors that say so, never a crash.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "dossier/dossier.h"
#include "dossier/error.h"

namespace dossier::python {

class Call;

/// What a base has given out and takes back when it is closed.
class Child {
 public:
  Child() = default;
  virtual ~Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Gives away what keeps the files open, so that the caller can destroy it. Only while no call
  /// runs.
  virtual std::shared_ptr<void> release() = 0;
};

/// Thread-safe. Its mutex is never held while the interpreter's lock is waited for.
class Base {
 public:
  Base(KnowledgeBase kb, std::optional<std::uint64_t> limit)
      : row_limit(limit), kb_(std::make_shared<KnowledgeBase>(std::move(kb))) {}

  /// Of results whose options name none.
  const std::optional<std::uint64_t> row_limit;

  /// For the time of a Call on this base.
  KnowledgeBase& kb() { return *kb_; }
  bool closed() const noexcept { return closed_.load(std::memory_order_relaxed); }
  /// Ends the calls of other threads (they throw Error(cancelled)), then closes the files and
  /// everything that was given out. The second time it does nothing. Throws Error(usage) within a
  /// call of this thread. The interpreter's lock must not be held.
  void close();

  void add(Child& child);
  void remove(Child& child);
  /// What the child gives away, unless close() has taken it; for the caller to destroy.
  std::shared_ptr<void> take(Child& child);

 private:
  friend class Call;
  /// Throws Error(usage) when the base is closed.
  void enter(Call& call);
  void leave(Call& call);
  std::list<std::shared_ptr<void>> take_all();

  std::shared_ptr<KnowledgeBase> kb_;
  std::atomic<bool> closed_{false};
  std::mutex mutex_;
  std::condition_variable left_;
  std::list<Call*> calls_;
  std::list<Child*> children_;
};

/// What may be used by one thread at a time: a result, or a transaction and all its results.
struct Gate {
  std::atomic_flag in_use = ATOMIC_FLAG_INIT;
  /// Changes of a transaction and its end. A result that began before one cannot be read on.
  std::atomic<std::uint64_t> changes{0};
};

/// A child that holds one value, such as a transaction. One thread at a time.
template <typename Value>
class Held : public Child {
 public:
  Held(std::shared_ptr<Base> base, Value value, std::shared_ptr<Gate> gate)
      : base_(std::move(base)),
        value_(std::make_shared<Value>(std::move(value))),
        gate_(std::move(gate)) {
    base_->add(*this);
  }
  ~Held() override { base_->remove(*this); }

  std::shared_ptr<void> release() override { return std::move(value_); }

 protected:
  /// This thread uses the value. Throws Error(usage) while another thread, or a function that it
  /// calls, does.
  class Use {
   public:
    explicit Use(Held& held) : in_use_(held.gate_->in_use) {
      if (in_use_.test_and_set(std::memory_order_acquire))
        throw Error(ErrorCode::usage,
                    "this is in use already, by another thread or by a function that is called for "
                    "it; use it from one place at a time");
    }
    ~Use() { in_use_.clear(std::memory_order_release); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    std::atomic_flag& in_use_;
  };

  const std::shared_ptr<Base>& base() const noexcept { return base_; }
  const std::shared_ptr<Gate>& gate() const noexcept { return gate_; }
  /// For the time of a Call.
  Value& value() { return *value_; }
  void end() { const std::shared_ptr<void> ended = base_->take(*this); }

 private:
  std::shared_ptr<Base> base_;
  std::shared_ptr<Value> value_;
  std::shared_ptr<Gate> gate_;
};

}  // namespace dossier::python
