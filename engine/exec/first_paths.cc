// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/first_paths.h"

#include <utility>

namespace dossier {

namespace {

constexpr std::size_t kFewStarts = 16;
/// Met by all searches: a search from the index takes several times as long as one in memory.
constexpr std::size_t kFewNodes = std::size_t{1} << 12;

}  // namespace

std::optional<FirstPaths> FirstPaths::of(QueryState& state, PathClosure& closure,
                                         const ast::Path& step) {
  std::optional<NodeSet> starts = closure.first_starts(step, false, kFewStarts);
  if (!starts) return std::nullopt;
  return FirstPaths(state, closure, step, *std::move(starts));
}

FirstPaths::FirstPaths(QueryState& state, PathClosure& closure, const ast::Path& step,
                       NodeSet starts)
    : closure_(&closure),
      step_(&step),
      starts_(std::move(starts)),
      are_all_(starts_.size() < kFewStarts),
      charge_(std::make_unique<MemoryCharge>(state.memory())) {}

bool FirstPaths::next(TermId& start, NodeSet& reached) {
  while (ended_ < starts_.size()) {
    if (!search_) search_ = PathClosure::Side{{starts_[ended_]}, {}, false};
    if (met_ + search_->seen.size() > kFewNodes) return false;
    closure_->advance(*step_, *search_, *charge_);
    if (!search_->frontier.empty()) {
      start = starts_[ended_];
      reached = search_->frontier;
      return true;
    }
    met_ += search_->seen.size();
    search_.reset();
    ++ended_;
  }
  return false;
}

}  // namespace dossier
