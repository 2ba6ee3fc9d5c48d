// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dossier::functions {

/// Rows left over from a list, and where each stood in it.
struct Remaining {
  std::vector<std::uint32_t> rows;
  std::vector<std::size_t> places;

  void add(std::uint32_t row, std::size_t place) {
    rows.push_back(row);
    places.push_back(place);
  }
};

}  // namespace dossier::functions
