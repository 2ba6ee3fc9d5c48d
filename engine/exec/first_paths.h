// SPDX-License-Identifier: Apache-2.0
// FirstPaths: the first rows of a path of one step or more whose ends are both free, by few and
// small searches in the index, a step at a time: who wants a few rows gets them before the whole
// graph of the path has been read.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "engine/exec/path_closure.h"

namespace dossier {

class FirstPaths {
 public:
  /// None for steps whose starts no index has in order. All must outlive it.
  static std::optional<FirstPaths> of(QueryState& state, PathClosure& closure,
                                      const ast::Path& step);

  /// The next nodes that a start reaches, each once; false when enough has been searched. Throws
  /// Error(limit).
  bool next(TermId& start, NodeSet& reached);

  /// How many of the first starts, in the order of ids, have been searched to their end.
  std::size_t ended() const noexcept { return ended_; }
  /// Whether there are no other starts, and all have been.
  bool are_all() const noexcept { return are_all_ && ended_ == starts_.size(); }
  /// Whether the start behind them has been searched in part.
  bool is_open() const noexcept { return search_.has_value(); }
  /// For that start.
  bool has_given(TermId node) const { return search_->seen.contains(node); }

 private:
  FirstPaths(QueryState& state, PathClosure& closure, const ast::Path& step, NodeSet starts);

  PathClosure* closure_;
  const ast::Path* step_;
  NodeSet starts_;
  bool are_all_;
  std::size_t ended_ = 0;
  std::size_t met_ = 0;  ///< nodes by searches that have ended
  std::optional<PathClosure::Side> search_;
  std::unique_ptr<MemoryCharge> charge_;
};

}  // namespace dossier
