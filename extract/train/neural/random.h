// SPDX-License-Identifier: Apache-2.0
// A random number generator that gives the same numbers on every machine.
#pragma once

#include <cstdint>
#include <random>

namespace dossier::extract {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  /// From 0 up to, not including, 1.
  float unit() { return static_cast<float>(engine_() >> 8) * (1.0F / 16777216.0F); }
  float between(float low, float high) { return low + (high - low) * unit(); }
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }

 private:
  std::mt19937 engine_;
};

}  // namespace dossier::extract
