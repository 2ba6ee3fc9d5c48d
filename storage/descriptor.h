// SPDX-License-Identifier: Apache-2.0
// Closes a file descriptor at the end of its life.
#pragma once

#include <unistd.h>

#include <utility>

namespace dossier::storage {

/// Owns a descriptor, or none: -1, as what open() and the like return on failure.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    reset(other.release());
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const noexcept { return number_; }
  /// Whoever calls it closes what is returned.
  int release() noexcept { return std::exchange(number_, -1); }
  /// Closes what it has.
  void reset(int number = -1) noexcept {
    const int old = std::exchange(number_, number);
    if (old >= 0) close(old);
  }

 private:
  int number_;
};

}  // namespace dossier::storage
