// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same on every machine: splitmix64 and a Zipf distribution.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace dossier::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  /// Both ends belong to the range.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
  }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

/// Ranks 0 .. n-1, rank k with a probability in proportion to 1 / (k + 1).
class Zipf {
 public:
  explicit Zipf(std::uint64_t n) : harmonic_(n) {
    double sum = 0;
    for (std::uint64_t k = 0; k < n; ++k) harmonic_[k] = sum += 1.0 / static_cast<double>(k + 1);
  }
  std::uint64_t draw(Random& random) const {
    const auto found =
        std::lower_bound(harmonic_.begin(), harmonic_.end(), random.unit() * harmonic_.back());
    return static_cast<std::uint64_t>(found - harmonic_.begin());
  }

 private:
  std::vector<double> harmonic_;
};

}  // namespace dossier::bench
