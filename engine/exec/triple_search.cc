// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/triple_search.h"

#include <algorithm>

namespace dossier {

TripleSearchOperator::TripleSearchOperator(QueryState& state, Layout layout,
                                           const plan::Unnest& unnest)
    : Operator(state, std::move(layout)),
      term_column_(column_of(this->layout(), unnest.term)),
      parts_(triple_parts(unnest, {}, this->layout())),
      held_(state.memory()) {}

void TripleSearchOperator::do_open() {
  at_ = 0;
  searched_ = false;
}

void TripleSearchOperator::do_close() {
  found_ = {};
  held_.clear();
}

void TripleSearchOperator::search() {
  searched_ = true;
  state().source().each_triple(
      parts_[0].constant, parts_[1].constant, [&](TermId id, const Values& values) {
        state().work(1);
        if (!agree(parts_, values)) return true;
        if (found_.size() == found_.capacity()) {
          const std::size_t room = std::max<std::size_t>(64, 2 * found_.capacity());
          held_.set(room * sizeof(found_[0]));
          found_.reserve(room);
        }
        found_.emplace_back(id, values);
        return true;
      });
  // What follows looks the terms up by their ids: neighbours cost least.
  std::sort(found_.begin(), found_.end());
}

bool TripleSearchOperator::do_next(Batch& out) {
  if (!searched_) search();
  const std::size_t count = std::min(found_.size() - at_, out.capacity());
  for (std::size_t row = 0; row < count; ++row) {
    const auto& [id, values] = found_[at_ + row];
    if (term_column_ != kNoColumn) out.column(term_column_)[row] = id;
    for (std::size_t i = 0; i < 3; ++i) {
      if (parts_[i].output != kNoColumn) out.column(parts_[i].output)[row] = values[i];
    }
  }
  at_ += count;
  out.resize(count);
  return count != 0;
}

}  // namespace dossier
