// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/trie_join.h"

#include <algorithm>
#include <utility>

namespace dossier {

TrieJoinOperator::TrieJoinOperator(QueryState& state, Layout layout, const plan::TrieJoin& join,
                                   std::vector<OperatorPtr> children)
    : Operator(state, std::move(layout)) {
  for (OperatorPtr& child : children) children_.emplace_back(std::move(child), state.memory());
  std::vector<bool> is_begun(children_.size());
  for (const Slot variable : join.variables) {
    Level& level = levels_.emplace_back();
    level.variable = variable;
    for (std::size_t i = 0; i < children_.size(); ++i) {
      if (column_of(children_[i].source->layout(), variable) == kNoColumn) continue;
      level.parts.push_back({i, is_begun[i]});
      is_begun[i] = true;
    }
  }
}

void TrieJoinOperator::do_open() {
  std::vector<std::vector<Slot>> variables(children_.size());
  for (const Level& level : levels_) {
    for (const Part& part : level.parts) variables[part.child].push_back(level.variable);
  }
  for (std::size_t i = 0; i < children_.size(); ++i) {
    const std::optional<Slot> second =
        variables[i].size() > 1 ? std::optional(variables[i][1]) : std::nullopt;
    children_[i].trie.load(*children_[i].source, variables[i][0], second);
  }
  depth_ = 0;
  is_matched_ = false;
  open_level();
}

void TrieJoinOperator::do_close() {
  for (Child& child : children_) {
    child.source->close();
    child.trie.clear();
  }
  for (Level& level : levels_) level.cursors.clear();
}

void TrieJoinOperator::open_level() {
  Level& level = levels_[depth_];
  level.cursors.clear();
  for (const Part& part : level.parts) {
    const Child& child = children_[part.child];
    level.cursors.emplace_back(part.is_second ? child.trie.seconds(child.at) : child.trie.firsts());
  }
}

// Whoever is behind leaps to the value of the one before, until all agree.
bool TrieJoinOperator::find_match(Level& level) {
  std::vector<TrieCursor>& cursors = level.cursors;
  if (cursors[0].at == cursors[0].end) return false;
  TermId value = *cursors[0].at;
  std::size_t agree = 1;
  for (std::size_t i = 1 % cursors.size(); agree < cursors.size(); i = (i + 1) % cursors.size()) {
    cursors[i].seek(value);
    ++steps_;
    if (cursors[i].at == cursors[i].end) return false;
    agree = *cursors[i].at == value ? agree + 1 : 1;
    value = *cursors[i].at;
  }
  for (std::size_t i = 0; i < cursors.size(); ++i) {
    Child& child = children_[level.parts[i].child];
    if (!level.parts[i].is_second)
      child.at = static_cast<std::size_t>(cursors[i].at - child.trie.firsts().data());
  }
  return true;
}

bool TrieJoinOperator::next_row() {
  constexpr std::size_t kStepsPerCheck = 4096;
  if (is_matched_) ++levels_[depth_].cursors[0].at;
  is_matched_ = false;
  while (true) {
    if (++steps_ >= kStepsPerCheck) state().work(std::exchange(steps_, 0));
    if (!find_match(levels_[depth_])) {
      if (depth_ == 0) return false;
      --depth_;
      ++levels_[depth_].cursors[0].at;
      continue;
    }
    if (depth_ + 1 == levels_.size()) return is_matched_ = true;
    ++depth_;
    open_level();
  }
}

bool TrieJoinOperator::do_next(Batch& out) {
  std::vector<std::pair<TermId*, const Level*>> columns;
  for (const Level& level : levels_) {
    if (TermId* const column = out.find(level.variable)) columns.emplace_back(column, &level);
  }
  std::size_t count = 0;
  for (; count < out.capacity() && next_row(); ++count) {
    for (const auto& [column, level] : columns) column[count] = *level->cursors[0].at;
  }
  out.resize(count);
  return count != 0;
}

}  // namespace dossier
