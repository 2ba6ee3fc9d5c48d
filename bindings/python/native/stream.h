// SPDX-License-Identifier: Apache-2.0
// A result that is read while Python iterates: some items at a time without the interpreter's lock.
#pragma once

#include <chrono>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "bindings/python/native/base.h"
#include "bindings/python/native/call.h"
#include "bindings/python/native/python.h"
#include "bindings/python/native/terms.h"
#include "dossier/dossier.h"

namespace dossier::python {

/// A query that has been started, and what it belongs to.
struct Started {
  std::shared_ptr<Base> base;
  std::shared_ptr<Gate> gate;
  std::optional<CancellationToken> cancelled;  ///< by the caller
  QueryResult result;
};

/// A running query whose items are rows (SELECT) or triples (CONSTRUCT, DESCRIBE).
template <typename Item>
class Stream : public Held<QueryResult> {
 public:
  Stream(Started started, Literals literals)
      : Held(std::move(started.base), std::move(started.result), std::move(started.gate)),
        literals_(literals),
        cancelled_(std::move(started.cancelled)),
        changes_(gate()->changes) {}

  Literals literals() const noexcept { return literals_; }

  /// The next item; null at the end, and it lives until the next call. What ended the result is
  /// thrown after the items before it, once.
  const Item* next() {
    const Use use(*this);
    if ((ahead_.empty() || base()->closed()) && !fill(kMany)) return nullptr;
    current_ = std::move(ahead_.front());
    ahead_.pop_front();
    return &current_;
  }

  /// Items that next() will return, at least `count` if there are so many; for showing.
  const std::deque<Item>& ahead(std::size_t count) {
    const Use use(*this);
    if (base()->closed()) fill(count);
    while (ahead_.size() < count && !failure_ && fill(count - ahead_.size())) {
    }
    return ahead_;
  }

  /// Calls `visit` with every item that is left, without the interpreter's lock.
  template <typename Visit>
  void drain(Visit visit) {
    drain(visit, [&](QueryResult& result) {
      for (Item item; result.next(item);) visit(std::as_const(item));
    });
  }

  /// The same for callers that can do better than one item at a time: `visit` gets the items that
  /// were read ahead, then `rest` the result, which it reads to its end.
  template <typename Visit, typename Rest>
  void drain(Visit visit, Rest rest) {
    use([&](QueryResult& result) {
      for (; !ahead_.empty(); ahead_.pop_front()) visit(std::as_const(ahead_.front()));
      if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
      if (!ended_) rest(result);
      ended_ = true;
    });
  }

  /// Calls `work` with the result, without the interpreter's lock.
  template <typename Work>
  auto use(Work work) {
    const Use use(*this);
    Call call(base(), cancelled_);
    require_open();
    return call.run([&] { return work(value()); });
  }

  /// Gives the snapshot back; the result has ended.
  void close() {
    const Use use(*this);
    ahead_.clear();
    end();
    closed_ = true;
  }

 private:
  static constexpr std::size_t kMany = 1024;
  /// Rows of a slow query arrive one by one.
  static constexpr std::chrono::milliseconds kLongest{1};

  void require_open() const {
    if (closed_) throw Error(ErrorCode::usage, "the result is closed; run the query again");
    if (gate()->changes != changes_)
      throw Error(ErrorCode::usage,
                  "the transaction was changed or has ended since the query was run; read its "
                  "results before that");
  }

  /// Reads some items, at most `most`; false when there are none left. Throws when the base or the
  /// result is closed.
  bool fill(std::size_t most) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    Call call(base(), cancelled_);
    require_open();
    if (ended_) return false;
    call.run([&] { read(most); });
    if (ahead_.empty() && failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    return !ahead_.empty();
  }

  void read(std::size_t most) {
    const auto start = std::chrono::steady_clock::now();
    try {
      Item item;
      for (std::size_t i = 0; i < most; ++i) {
        if (!value().next(item)) {
          ended_ = true;
          return;
        }
        ahead_.push_back(std::move(item));
        if (std::chrono::steady_clock::now() - start > kLongest) return;
      }
    } catch (const Error&) {
      ended_ = true;
      failure_ = std::current_exception();
    }
  }

  Literals literals_;
  std::optional<CancellationToken> cancelled_;
  std::uint64_t changes_;
  std::deque<Item> ahead_;
  Item current_;
  std::exception_ptr failure_;
  bool ended_ = false, closed_ = false;
};

}  // namespace dossier::python
