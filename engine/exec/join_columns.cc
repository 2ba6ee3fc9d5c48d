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
  if (keys.empty() && !uncertain.empty()) perhaps = uncertain.front();
}

std::uint64_t JoinColumns::hash_left(const Batch& left, std::size_t row) const noexcept {
  KeyHash hash;
  for (const Pair& pair : keys) hash.add(left.column(pair.left)[row]);
  if (perhaps) hash.add(left.column(perhaps->left)[row]);
  return hash.value();
}

std::uint64_t JoinColumns::hash_right(const TermId* right) const noexcept {
  KeyHash hash;
  for (const Pair& pair : keys) hash.add(right[pair.right]);
  if (perhaps) hash.add(right[perhaps->right]);
  return hash.value();
}

// Keeps each place and moves on behind those where something begins, which needs no branch.
void JoinColumns::find_runs(const Batch& left, std::vector<std::uint32_t>& begins) const {
  const auto size = static_cast<std::uint32_t>(left.size());
  begins.resize(left.size() + 1);
  std::size_t count = 0;
  const auto gather = [&](auto differs) {
    for (std::uint32_t row = 0; row < size; ++row) {
      begins[count] = row;
      count += row == 0 || differs(row) ? 1 : 0;
    }
  };
  if (keys.size() == 1) {
    const TermId* column = left.column(keys.front().left);
    gather([column](std::uint32_t row) { return column[row] != column[row - 1]; });
  } else {
    gather([&](std::uint32_t row) {
      const auto changes = [&](const Pair& pair) {
        const TermId* column = left.column(pair.left);
        return column[row] != column[row - 1];
      };
      return std::any_of(keys.begin(), keys.end(), changes) || (perhaps && changes(*perhaps));
    });
  }
  begins[count++] = size;
  begins.resize(count);
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

void JoinColumns::write(Batch& out, const Batch& left, std::span<const std::uint32_t> rows,
                        std::span<const TermId* const> right) const noexcept {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto [from_left, from_right] = sources[i];
    TermId* const values = out.column(i);
    if (from_left == kNoColumn && from_right == kNoColumn) {
      std::fill_n(values, rows.size(), TermId::none());
      continue;
    }
    if (from_left == kNoColumn) {
      for (std::size_t k = 0; k < rows.size(); ++k) values[k] = right[k][from_right];
      continue;
    }
    const TermId* const own = left.column(from_left);
    for (std::size_t k = 0; k < rows.size(); ++k) values[k] = own[rows[k]];
    if (from_right == kNoColumn) continue;
    for (std::size_t k = 0; k < rows.size(); ++k)
      if (!values[k]) values[k] = right[k][from_right];
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
