// SPDX-License-Identifier: Apache-2.0
// Cities and regions that are known by their size.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dossier::extract {

/// A city has at least so many people; a region has such a city.
inline constexpr std::uint32_t kLargeCity = 500'000;

/// Names with kCity or kRegion each.
using LargePlaces = std::vector<std::pair<std::string, std::uint32_t>>;

/// The cities of GeoNames and their first-level divisions, in the order of the catalogue, in all
/// spellings (name_spellings()). Reads the package libgeonames0.
LargePlaces large_places();

}  // namespace dossier::extract
