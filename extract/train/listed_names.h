// SPDX-License-Identifier: Apache-2.0
// Long lists of names from packages: too ambiguous for rules, but evidence for the network.
#pragma once

#include <string>
#include <vector>

#include "extract/train/name_lists.h"

namespace dossier::extract {

/// How a place is written: "Shirak Province" and "Shirak", with and without marks on letters.
std::vector<std::string> name_spellings(const std::string& place);

/// GeoNames' cities and regions by their English names, from the message catalogue geonames.mo of
/// the package libgeonames-common. Throws Error(input) when it is damaged.
void read_places(const std::string& catalogue, GatheredNames& names);

/// Given names and surnames of many countries, from the locales of the package ruby-faker.
void read_person_names(const std::string& locales, GatheredNames& names);

}  // namespace dossier::extract
