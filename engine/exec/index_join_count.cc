// SPDX-License-Identifier: Apache-2.0
// The number of a row's matches, instead of one row for each.
#include "engine/exec/index_join.h"
#include "model/inline_codec.h"

namespace dossier {

std::size_t IndexJoinOperator::count_matches(std::uint32_t row) {
  const auto [first, end] = matches_of(row);
  const bool all_agree = compare_.size() == (second_ ? 1U : 0U);
  if (all_agree) return end - first;
  std::size_t found = 0;
  std::size_t match = first;
  for (; match < end && (found == 0 || times_column_ != kNoColumn || counts_); ++match)
    found += agrees(row, match) ? 1 : 0;
  state().work(match - first);
  return found;
}

void IndexJoinOperator::emit_once(Batch& out, std::uint32_t row) {
  const std::size_t found = count_matches(row);
  state().work(1);
  if (found == 0) return;
  const std::size_t at = out.size();
  for (const ColumnPair& copy : from_input_)
    out.column(copy.to)[at] = input_.column(copy.from)[row];
  if (times_column_ != kNoColumn)
    out.column(times_column_)[at] = inline_codec::encode_integer(static_cast<std::int64_t>(found));
  out.resize(at + 1);
}

bool IndexJoinOperator::count(Batch& out) {
  if (!next_input()) return false;
  const TermId* keys = input_.column(key_column_);
  std::size_t found = 0;
  for (const std::uint32_t row : order_) {
    if (keys[row] != run_key_) load_run(keys[row]);
    found += count_matches(row);
  }
  state().work(order_.size());
  out.resize(found);
  return true;
}

}  // namespace dossier
