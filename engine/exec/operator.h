// SPDX-License-Identifier: Apache-2.0
// Operator: a step of a running plan. Three verbs (open, next, close) over batches; the base class
// counts and checks limits, so that EXPLAIN, timeouts and cancellation need no code per operator.
//
// Iterator model of Graefe's Volcano (1994), a batch at a time as in MonetDB/X100 (2005).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

#include "engine/exec/query_state.h"
#include "engine/runtime/batch.h"
#include "model/flat_delete.h"

namespace dossier {

/// What an operator has done so far, over all its openings.
struct OperatorCounters {
  std::uint64_t rows = 0;
  std::uint64_t batches = 0;
  std::chrono::nanoseconds time{0};  ///< with that of its children; only when profiling
};

/// open(), then next() until it says false, then close(); any number of times over.
class Operator {
 public:
  /// Charges what it takes itself, and later the batch its rows are taken into, to the query's
  /// memory: Error(limit).
  Operator(QueryState& state, Layout layout);
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;
  virtual ~Operator();

  void open();
  /// Fills `out`, made with this operator's layout, with at least one row; false at the end, and
  /// from then on until it is opened again. A batch that was full comes back with more room.
  bool next(Batch& out);
  /// Frees what the run kept. Idempotent; open() may follow.
  void close();

  const Layout& layout() const noexcept { return layout_; }
  const OperatorCounters& counters() const noexcept { return counters_; }
  Batch make_batch() const { return Batch(layout_); }

 protected:
  virtual void do_open() = 0;
  /// May leave `out`, which comes empty and with room, without rows and yet say true: it is called
  /// again. After it has said false without rows it is not called.
  virtual bool do_next(Batch& out) = 0;
  virtual void do_close() = 0;

  QueryState& state() noexcept { return state_; }

 private:
  void charge(const Batch& out);

  QueryState& state_;
  Layout layout_;
  MemoryCharge batch_;
  std::size_t own_bytes_;
  OperatorCounters counters_;
  bool ended_ = false;
  bool was_full_ = false;
};

using OperatorPtr = FlatPtr<Operator>;

}  // namespace dossier
