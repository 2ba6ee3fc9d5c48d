// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/operator.h"

#include "model/stack.h"

namespace dossier {

namespace {

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
    : state_(state), layout_(std::move(layout)), batch_(state.memory()) {
  batch_.add(layout_.size() * Batch::kCapacity * sizeof(TermId));
}

Operator::~Operator() = default;

void Operator::open() {
  const Stopwatch watch(state_.profile(), counters_.time);
  ended_ = false;
  with_stack([this] { do_open(); });
}

bool Operator::next(Batch& out) {
  const Stopwatch watch(state_.profile(), counters_.time);
  out.clear();
  while (out.empty()) {
    if (ended_) return false;
    state_.check();
    ended_ = !with_stack([&] { return do_next(out); }) && out.empty();
  }
  counters_.rows += out.size();
  ++counters_.batches;
  state_.count_rows(out.size());
  return true;
}

void Operator::close() {
  with_stack([this] { do_close(); });
}

}  // namespace dossier
