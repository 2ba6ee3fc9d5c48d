// SPDX-License-Identifier: Apache-2.0
// Box<T>: a value on the heap with value semantics, so that recursive variants can contain
// themselves.
#pragma once

#include <utility>

#include "model/flat_delete.h"
#include "model/stack.h"

namespace dossier {

/// Owns exactly one T, copied deeply, compared by value; however deep the tree, with little stack.
/// Only a moved-from Box is empty; using that is undefined.
template <typename T>
class Box {
 public:
  Box() : value_(make_flat<T>()) {}
  explicit(false) Box(T value) : value_(make_flat<T>(std::move(value))) {}
  Box(const Box& other) : value_(copy(other)) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    if (this != &other) value_ = copy(other);
    return *this;
  }
  Box& operator=(Box&& other) noexcept {
    // The old value last: `other` may be a part of it.
    const FlatPtr<T> old = std::exchange(value_, std::move(other.value_));
    return *this;
  }
  ~Box() = default;

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

  friend bool operator==(const Box& a, const Box& b) {
    return with_stack([&] { return *a == *b; });
  }

 private:
  static FlatPtr<T> copy(const Box& other) {
    return with_stack([&] { return make_flat<T>(*other); });
  }

  FlatPtr<T> value_;
};

}  // namespace dossier
