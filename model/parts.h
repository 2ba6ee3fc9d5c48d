// SPDX-License-Identifier: Apache-2.0
// Parts<T>: the vector of what a node of a tree consists of.
#pragma once

#include <new>
#include <utility>
#include <vector>

#include "model/flat_delete.h"
#include "model/stack.h"

namespace dossier {

/// A std::vector of nodes that may hold such vectors themselves: copied, compared and destroyed
/// with little stack, however deep the tree. T may be incomplete where the vector is a member.
template <typename T>
class Parts : public std::vector<T> {
 public:
  using Base = std::vector<T>;
  using Base::Base;
  Parts() = default;
  explicit(false) Parts(Base parts) noexcept : Base(std::move(parts)) {}
  Parts(const Parts& other) : Base(copy(other)) {}
  Parts(Parts&&) noexcept = default;
  Parts& operator=(const Parts& other) {
    if (this != &other) *this = Parts(copy(other));
    return *this;
  }
  Parts& operator=(Parts&& other) noexcept {
    // The old parts last: `other` may be among them.
    const Parts old(std::exchange(static_cast<Base&>(*this), std::move(other)));
    return *this;
  }
  ~Parts() {
    if (Base::empty()) return;
    try {
      FlatDelete{}(new Base(std::move(*this)));
    } catch (const std::bad_alloc&) {
      return;  // no memory to wait in: the base destroys them
    }
  }

  friend bool operator==(const Parts& a, const Parts& b) {
    return with_stack([&] { return static_cast<const Base&>(a) == static_cast<const Base&>(b); });
  }

 private:
  static Base copy(const Parts& other) {
    return with_stack([&] { return Base(other.begin(), other.end()); });
  }
};

}  // namespace dossier
