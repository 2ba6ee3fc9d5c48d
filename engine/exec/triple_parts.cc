// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/triple_parts.h"

namespace dossier {

TripleParts triple_parts(const plan::Unnest& unnest, const Layout& input, const Layout& output) {
  const std::array<const plan::Item*, 3> items = {&unnest.subject, &unnest.predicate,
                                                  &unnest.object};
  TripleParts parts;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto* slot = std::get_if<Slot>(items[i]);
    if (slot == nullptr) {
      parts[i].constant = std::get<TermId>(*items[i]);
      continue;
    }
    parts[i].input = column_of(input, *slot);
    parts[i].output = column_of(output, *slot);
    for (std::size_t j = 0; j < i; ++j) {
      if (*items[j] == *items[i]) parts[i].same_as = j;
    }
  }
  return parts;
}

bool agree(const TripleParts& parts, const std::array<TermId, 3>& values) {
  for (std::size_t i = 0; i < 3; ++i) {
    const TriplePart& part = parts[i];
    if (part.constant && part.constant != values[i]) return false;
    if (part.same_as != kNoColumn && values[part.same_as] != values[i]) return false;
  }
  return true;
}

}  // namespace dossier
