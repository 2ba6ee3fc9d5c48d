// SPDX-License-Identifier: Apache-2.0
// Names that may be names of one thing, by the names alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dossier/term.h"

namespace dossier::reviewing {

/// A thing with the names it has.
struct NamedThing {
  Term thing;
  std::string kind;  ///< as NamedTerm::kind
  std::string label;
  std::vector<std::string> names;  ///< others
  std::uint64_t sentences = 0;     ///< that mention it
};

/// Two of them, by their places, `first` < `second`.
struct NamePair {
  std::size_t first = 0, second = 0;
  std::string reason;
  double weight = 0;
};

/// Each pair once, with the weightiest reason, by places. Things are compared only where a key of
/// their names is the same, so that many things take time by their number.
std::vector<NamePair> name_pairs(const std::vector<NamedThing>& things);

}  // namespace dossier::reviewing
