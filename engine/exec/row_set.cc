// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/row_set.h"

#include <algorithm>

namespace dossier {

std::pair<std::uint32_t, bool> RowSet::insert(const TermId* values) {
  const std::size_t width = rows_.width();
  KeyHash key;
  for (std::size_t i = 0; i < width; ++i) key.add(values[i]);
  for (std::uint32_t row = index_.first(key.value()); row != HashIndex::kEnd;
       row = index_.next(row)) {
    if (index_.hash(row) == key.value() && std::equal(values, values + width, rows_[row]))
      return {row, false};
  }
  index_.add(key.value());
  std::copy_n(values, width, rows_.add());
  return {static_cast<std::uint32_t>(rows_.size() - 1), true};
}

std::uint32_t RowSet::append(const TermId* values) {
  std::copy_n(values, rows_.width(), rows_.add());
  return static_cast<std::uint32_t>(rows_.size() - 1);
}

}  // namespace dossier
