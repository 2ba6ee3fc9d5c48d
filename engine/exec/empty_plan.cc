// SPDX-License-Identifier: Apache-2.0
#include "engine/exec/empty_plan.h"

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "engine/exec/scan.h"
#include "model/stack.h"

namespace dossier {

bool EmptyPlan::operator()(const plan::Node& node) {
  if (const auto found = known_.find(&node); found != known_.end()) return found->second;
  const bool empty = with_stack([&] { return look(node); });
  known_.emplace(&node, empty);
  return empty;
}

bool EmptyPlan::child(const plan::Node& node, std::size_t index) {
  return (*this)(*node.children[index]);
}

bool EmptyPlan::look(const plan::Node& node) {
  return std::visit(
      Overloaded{
          [](const plan::Empty&) { return true; },
          [](const plan::Values& op) { return op.rows.empty(); },
          [&](const plan::Scan& op) { return has_no_match(op.pattern, op.permutation); },
          [&](const plan::IndexJoin& op) {
            return has_no_match(op.pattern, op.permutation) || child(node) ||
                   has_no_match(op, *node.children.front());
          },
          [&](const plan::Filter&) { return child(node); },
          [&](const plan::Extend&) { return child(node); },
          [&](const plan::Project&) { return child(node); },
          [&](const plan::Parallel&) { return child(node); },
          [&](const plan::Unify&) { return child(node); },
          [&](const plan::Unnest&) { return child(node); },
          [&](const plan::Distinct&) { return child(node); },
          [&](const plan::CountRuns&) { return child(node); },
          [&](const plan::Sort&) { return child(node); },
          [&](const plan::Slice&) { return child(node); },
          [&](const plan::Exists&) { return child(node); },
          [&](const plan::SemiJoin& op) {
            return child(node, 0) || (op.keep == true && child(node, 1));
          },
          [&](const plan::MergeJoin&) { return child(node, 0) || child(node, 1); },
          [&](const plan::HashJoin& op) {
            return child(node, 0) || (!op.optional && child(node, 1));
          },
          [&](const plan::BindJoin& op) {
            return child(node, 0) || (!op.optional && child(node, 1));
          },
          [&](const plan::TrieJoin&) {
            return std::any_of(node.children.begin(), node.children.end(),
                               [this](const auto& pattern) { return (*this)(*pattern); });
          },
          [&](const plan::Union&) {
            return std::all_of(node.children.begin(), node.children.end(),
                               [this](const auto& branch) { return (*this)(*branch); });
          },
          [](const auto&) { return false; },
      },
      node.op);
}

bool EmptyPlan::has_no_match(const plan::QuadPattern& pattern,
                             storage::Permutation permutation) const {
  const PatternColumns columns(pattern, permutation);
  return columns.impossible || source_.estimate(columns.request) == 0;
}

/// A list of keys written down, none of which the index has.
bool EmptyPlan::has_no_match(const plan::IndexJoin& join, const plan::Node& keys) const {
  const auto* values = std::get_if<plan::Values>(&keys.op);
  if (values == nullptr) return false;
  PatternColumns columns(join.pattern, join.permutation);
  const std::size_t column = column_of(keys.layout, join.key);
  if (column == kNoColumn || columns.request.prefix_length == 4) return false;
  const std::size_t at = columns.request.prefix_length++;
  return std::none_of(values->rows.begin(), values->rows.end(), [&](const auto& row) {
    columns.request.prefix[at] = row[column];
    return source_.estimate(columns.request) != 0;
  });
}

}  // namespace dossier
