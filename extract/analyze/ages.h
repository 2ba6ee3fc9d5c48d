// SPDX-License-Identifier: Apache-2.0
// Numbers that tell how old somebody is.
#pragma once

#include <cstdint>

#include "extract/analyze/counted_units.h"
#include "extract/analyze/number_words.h"

namespace dossier::extract {

/// "aged 77", "Karl Holm, 43, of Dayton", "She was only 81." `begin` is where the number begins.
bool is_age(const CountedUnits& units, std::uint32_t begin, const WrittenNumber& number);

}  // namespace dossier::extract
