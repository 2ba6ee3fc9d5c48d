// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/trie.h"

#include <algorithm>

namespace dossier {

void Trie::add(TermId first) {
  if (firsts_.empty() || firsts_.back() != first) firsts_.push_back(first);
}

void Trie::add(TermId first, TermId second) {
  if (firsts_.empty() || firsts_.back() != first) {
    firsts_.push_back(first);
    ends_.push_back(seconds_.size());
  } else if (seconds_.back() == second) {
    return;
  }
  seconds_.push_back(second);
  ++ends_.back();
}

void Trie::load(Operator& source, Slot first, std::optional<Slot> second) {
  clear();
  source.open();
  Batch batch = source.make_batch();
  while (source.next(batch)) {
    const TermId* const firsts = batch.find(first);
    const TermId* const seconds = second ? batch.find(*second) : nullptr;
    for (std::size_t row = 0; row < batch.size(); ++row) {
      if (second)
        add(firsts[row], seconds[row]);
      else
        add(firsts[row]);
    }
    charge_.set((firsts_.capacity() + seconds_.capacity()) * sizeof(TermId) +
                ends_.capacity() * sizeof(std::size_t));
  }
  source.close();
}

void Trie::clear() {
  firsts_ = {};
  ends_ = {};
  seconds_ = {};
  charge_.clear();
}

void TrieCursor::seek(TermId lower) {
  if (at == end || *at >= lower) return;
  std::ptrdiff_t step = 1;
  while (end - at > step && at[step] < lower) {
    at += step;
    step *= 2;
  }
  at = std::lower_bound(at + 1, at + 1 + std::min(step, end - at - 1), lower);
}

}  // namespace dossier
