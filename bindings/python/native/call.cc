// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/call.h"

namespace dossier::python {
namespace {

/// Taking the interpreter's lock may wait for another Python thread: not at every look.
constexpr std::chrono::milliseconds kBetweenLooks{50};

thread_local Call* current = nullptr;

}  // namespace

Call::Call(std::optional<CancellationToken> cancelled)
    : cancelled_(std::move(cancelled)),
      next_look_(Clock::now() + kBetweenLooks),
      outer_(std::exchange(current, this)) {}

Call::Call(std::shared_ptr<Base> base, std::optional<CancellationToken> cancelled)
    : base_(std::move(base)),
      cancelled_(std::move(cancelled)),
      next_look_(Clock::now() + kBetweenLooks),
      outer_(current) {
  base_->enter(*this);
  current = this;
}

Call::~Call() {
  current = outer_;
  if (base_) base_->leave(*this);
}

CancellationToken Call::token() {
  return CancellationToken([] { return stopped(); });
}

bool Call::stopped() noexcept { return current != nullptr && current->poll(); }

bool Call::poll() noexcept {
  if (raised_ || (cancelled_ && cancelled_->cancelled()) || (base_ && base_->closed())) return true;
  const Clock::time_point now = Clock::now();
  if (now < next_look_) return false;
  next_look_ = now + kBetweenLooks;
  const py::gil_scoped_acquire lock;
  if (PyErr_CheckSignals() == 0) return false;
  raised_.emplace();
  return true;
}

bool Call::into_python(const std::function<void()>& work) {
  const py::gil_scoped_acquire lock;
  try {
    work();
    return true;
  } catch (py::error_already_set& raised) {
    if (current == nullptr) throw;
    if (!current->raised_) current->raised_.emplace(std::move(raised));
    return false;
  }
}

void Call::raise_kept() {
  if (!raised_) return;
  py::error_already_set raised = *std::move(raised_);
  raised_.reset();
  throw raised;
}

}  // namespace dossier::python
