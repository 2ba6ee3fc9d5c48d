// SPDX-License-Identifier: Apache-2.0
// Box<T>: a value on the heap with value semantics, so that recursive variants can contain
// themselves.
#pragma once

#include <memory>
#include <utility>

namespace dossier {

/// Owns exactly one T, copied deeply, compared by value. Only a moved-from Box is empty; using that
/// is undefined.
template <typename T>
class Box {
 public:
  Box() : value_(std::make_unique<T>()) {}
  explicit(false) Box(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Box(const Box& other) : value_(std::make_unique<T>(*other)) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    if (this != &other) value_ = std::make_unique<T>(*other);
    return *this;
  }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

  friend bool operator==(const Box& a, const Box& b) { return *a == *b; }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace dossier
