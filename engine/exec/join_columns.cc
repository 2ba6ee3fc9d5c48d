// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/join_columns.h"

#include <algorithm>

#include "engine/exec/hash_index.h"

namespace dossier {

JoinColumns::JoinColumns(const Layout& output, const Layout& left, const Layout& right,
                         const std::vector<Slot>& key_slots,
                         const std::vector<Slot>& uncertain_slots) {
  const ColumnFinder in_left(left);
  const ColumnFinder in_right(right);
  sources.reserve(output.size());
  for (Slot slot : output) sources.push_back({in_left(slot), in_right(slot)});
  for (Slot slot : key_slots) keys.push_back({in_left(slot), in_right(slot)});
  for (Slot slot : uncertain_slots) uncertain.push_back({in_left(slot), in_right(slot)});
}

std::uint64_t JoinColumns::hash_left(const Batch& left, std::size_t row) const noexcept {
  KeyHash hash;
  for (const Pair& pair : keys) hash.add(left.column(pair.left)[row]);
  return hash.value();
}

std::uint64_t JoinColumns::hash_right(const TermId* right) const noexcept {
  KeyHash hash;
  for (const Pair& pair : keys) hash.add(right[pair.right]);
  return hash.value();
}

void JoinColumns::write(Batch& out, std::size_t at, const Batch& left, std::size_t row,
                        const TermId* right) const noexcept {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    TermId value;
    if (sources[i].left != kNoColumn) value = left.column(sources[i].left)[row];
    if (!value && right != nullptr && sources[i].right != kNoColumn)
      value = right[sources[i].right];
    out.column(i)[at] = value;
  }
}

void JoinColumns::write(Batch& out, std::size_t at, const Batch& left, std::size_t row,
                        const RowStore& right, std::size_t first,
                        std::size_t count) const noexcept {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto [from_left, from_right] = sources[i];
    TermId value;
    if (from_left != kNoColumn) value = left.column(from_left)[row];
    TermId* const values = out.column(i) + at;
    if (value || from_right == kNoColumn) {
      std::fill_n(values, count, value);
    } else {
      for (std::size_t k = 0; k < count; ++k) values[k] = right[first + k][from_right];
    }
  }
}

}  // namespace dossier
