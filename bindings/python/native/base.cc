// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/base.h"

#include <algorithm>
#include <utility>

#include "bindings/python/native/call.h"
#include "dossier/error.h"

namespace dossier::python {

void Base::enter(Call& call) {
  const std::lock_guard lock(mutex_);
  if (closed())
    throw Error(ErrorCode::usage,
                "the knowledge base is closed; open it again, and read results before you close "
                "it");
  calls_.push_back(&call);
}

void Base::leave(Call& call) {
  {
    const std::lock_guard lock(mutex_);
    std::erase(calls_, &call);
  }
  left_.notify_all();
}

void Base::close() {
  // Destroyed after the lock is given back: a custom function that dies waits for the interpreter.
  std::list<std::shared_ptr<void>> taken;
  std::unique_lock lock(mutex_);
  if (std::ranges::any_of(calls_, [](const Call* call) { return call->is_of_this_thread(); }))
    throw Error(ErrorCode::usage,
                "close() was called by a function that the knowledge base itself calls; return "
                "from it first");
  closed_ = true;
  left_.wait(lock, [this] { return calls_.empty(); });
  taken = take_all();
  lock.unlock();
}

std::list<std::shared_ptr<void>> Base::take_all() {
  std::list<std::shared_ptr<void>> taken;
  for (Child* child : children_) taken.push_back(child->release());
  taken.push_back(std::move(kb_));
  return taken;
}

void Base::add(Child& child) {
  const std::lock_guard lock(mutex_);
  children_.push_back(&child);
}

std::shared_ptr<void> Base::take(Child& child) {
  const std::lock_guard lock(mutex_);
  return child.release();
}

void Base::remove(Child& child) {
  const std::lock_guard lock(mutex_);
  std::erase(children_, &child);
}

}  // namespace dossier::python
