// SPDX-License-Identifier: Apache-2.0
// The fitted coefficients: weights.tsv, which is part of the library.
#pragma once

#include <array>
#include <string_view>

#include "extract/calibrate/signs.h"

namespace dossier::extract::calibrate {

struct Weights {
  std::array<std::string_view, kSigns> names;  ///< "rules", "subject pronoun"
  Signs values{};
};

/// Lines of a name, a tabulator and a number, one a sign and in the order of Sign; "#" begins a
/// comment. Throws std::logic_error for any other table. The names are views into `table`.
Weights read_weights(std::string_view table);

/// The library's own, read once.
const Weights& weights();

}  // namespace dossier::extract::calibrate
