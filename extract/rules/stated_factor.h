// SPDX-License-Identifier: Apache-2.0
// What a rule says of how sure its own fact is.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dossier::extract::rules {

/// `k:confidence` of a template: the fact's confidence is multiplied by it once it is known.
struct StatedFactor {
  std::uint32_t sentence = 0;
  std::size_t fact = 0;  ///< index into Sentence::typed_facts
  double factor = 1;     ///< 0 to 1
};

}  // namespace dossier::extract::rules
