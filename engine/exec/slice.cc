// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/slice.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace dossier {

void SliceOperator::do_open() {
  to_skip_ = slice_.offset;
  to_give_ = slice_.limit.value_or(std::numeric_limits<std::uint64_t>::max());
  child_->open();
}

bool SliceOperator::do_next(Batch& out) {
  if (to_give_ == 0 || !child_->next(out)) return false;
  if (to_skip_ != 0) {
    const std::size_t skipped = std::min<std::uint64_t>(to_skip_, out.size());
    std::vector<std::uint32_t> rows(out.size() - skipped);
    std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(skipped));
    out.select(rows);
    to_skip_ -= skipped;
  }
  if (out.size() > to_give_) out.resize(static_cast<std::size_t>(to_give_));
  to_give_ -= out.size();
  return true;
}

}  // namespace dossier
