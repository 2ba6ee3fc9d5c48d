// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/few_nodes.h"

#include <algorithm>

namespace dossier {

FewNodes::FewNodes(const Layout& layout, const plan::Distinct::Few& few, bool in_runs,
                   MemoryBudget& memory)
    : column_(column_of(layout, few.variable)),
      most_(few.most),
      in_runs_(in_runs),
      key_(layout.size() - 1),
      keys_(layout.size() - 1, memory),
      charge_(memory) {
  for (std::size_t i = 0; i < layout.size(); ++i)
    if (i != column_) compared_.push_back(i);
}

void FewNodes::clear() noexcept {
  has_key_ = false;
  keys_.clear();
  nodes_ = {};
  charge_.clear();
}

bool FewNodes::is_last_key(const Batch& batch, std::size_t row) {
  bool is_last = has_key_;
  for (std::size_t i = 0; i < compared_.size(); ++i) {
    const TermId value = batch.column(compared_[i])[row];
    is_last = is_last && key_[i] == value;
    key_[i] = value;
  }
  has_key_ = true;
  return is_last;
}

void FewNodes::find_key() {
  if (in_runs_) {
    nodes_.assign(most_, TermId::none());
    return;
  }
  const auto [number, is_new] = keys_.insert(key_.data());
  first_ = std::size_t{number} * most_;
  if (!is_new) return;
  charge_.set((nodes_.size() + most_) * 2 * sizeof(TermId));
  nodes_.resize(nodes_.size() + most_);
}

bool FewNodes::take(const Batch& batch, std::size_t row) {
  if (!is_last_key(batch, row)) find_key();
  const TermId id = batch.column(column_)[row];
  for (TermId* node = nodes_.data() + first_; node != nodes_.data() + first_ + most_; ++node) {
    if (*node == id) return false;
    if (*node) continue;
    *node = id;
    return true;
  }
  return false;
}

}  // namespace dossier
