// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/operator.h"

#include "model/stack.h"

namespace dossier {

namespace {

/// What an operator takes without its batches' rows, roughly; and a column of it.
constexpr std::size_t kOperatorBytes = 1024;
constexpr std::size_t kColumnBytes = 64;

/// Adds the time of its life to a sum.
class Stopwatch {
 public:
  Stopwatch(bool enabled, std::chrono::nanoseconds& sum) : enabled_(enabled), sum_(sum) {
    if (enabled_) start_ = std::chrono::steady_clock::now();
  }
  ~Stopwatch() {
    if (enabled_) sum_ += std::chrono::steady_clock::now() - start_;
  }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  bool enabled_;
  std::chrono::nanoseconds& sum_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace

Operator::Operator(QueryState& state, Layout layout)
    : state_(state),
      layout_(std::move(layout)),
      batch_(state.memory()),
      own_bytes_(kOperatorBytes + layout_.size() * kColumnBytes) {
  batch_.set(own_bytes_);
}

void Operator::charge(const Batch& out) { batch_.set(own_bytes_ + out.bytes()); }

Operator::~Operator() = default;

void Operator::open() {
  const Stopwatch watch(state_.profile(), counters_.time);
  ended_ = false;
  with_stack([this] { do_open(); });
}

bool Operator::next(Batch& out) {
  const Stopwatch watch(state_.profile(), counters_.time);
  if (was_full_ || out.capacity() == 0) out.grow();
  was_full_ = false;
  charge(out);
  out.clear();
  while (out.empty()) {
    if (ended_) return false;
    state_.check();
    ended_ = !with_stack([&] { return do_next(out); }) && out.empty();
  }
  was_full_ = out.full();
  charge(out);
  counters_.rows += out.size();
  ++counters_.batches;
  state_.count_rows(out.size());
  return true;
}

void Operator::close() {
  with_stack([this] { do_close(); });
}

}  // namespace dossier
