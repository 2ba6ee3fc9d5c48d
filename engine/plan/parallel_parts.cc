// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/parallel_parts.h"

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "engine/functions/function.h"
#include "engine/plan/pattern_columns.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {
namespace {

/// What each thread may read again for each chunk of its rows.
constexpr double kFewRows = 1 << 10;

bool are_free(const std::vector<ast::Expression>& expressions) {
  return std::all_of(expressions.begin(), expressions.end(), is_free);
}

bool starts_with(const Scan& scan, Slot key) {
  const PatternColumns columns(scan.pattern, scan.permutation);
  if (columns.request.prefix_length == 4) return false;
  const Position first = storage::column_order(scan.permutation)[columns.request.prefix_length];
  return columns.slots[static_cast<std::size_t>(first)] == key;
}

/// Whether a thread may have a copy of its own, which is run again for each chunk of rows.
bool can_be_copied(const Node& node) {
  const bool own = std::visit(Overloaded{
                                  [&](const Scan&) { return node.rows <= kFewRows; },
                                  [](const Filter& op) { return are_free(op.conditions); },
                                  [](const HashJoin& op) { return are_free(op.conditions); },
                                  [](const SemiJoin& op) { return are_free(op.conditions); },
                                  [](const Exists& op) { return op.correlated; },
                                  [](const auto&) { return true; },
                              },
                              node.op);
  return own && std::all_of(node.children.begin(), node.children.end(), [](const NodePtr& child) {
           return with_stack([&] { return can_be_copied(*child); });
         });
}

bool is_inner(const Node& node) { return has_stored_ids(node) && can_be_copied(node); }

}  // namespace

bool is_free(const ast::Expression& expression) {
  bool free = true;
  algebra::each_expression(expression, [&](const ast::Expression& part) {
    if (const auto* call = std::get_if<ast::BuiltinCall>(&part.node)) {
      using enum ast::Builtin;
      free = free && call->function != rand && call->function != uuid &&
             call->function != struuid && call->function != bnode;
    }
    if (const auto* call = std::get_if<ast::FunctionCall>(&part.node))
      free = free && functions::find_iri_function(call->function.value()) != nullptr;
  });
  return free;
}

bool find_key(const Node& node, Key& key) {
  if (const auto* join = std::get_if<MergeJoin>(&node.op)) {
    if (key && key != join->key) return false;
    key = join->key;
  }
  return node.children.empty() || with_stack([&] { return find_key(*node.children[0], key); });
}

bool has_stored_ids(const Node& node) {
  const bool own = std::visit(Overloaded{
                                  [](const Scan&) { return true; },
                                  [](const Seed&) { return true; },
                                  [](const IndexJoin&) { return true; },
                                  [](const Filter&) { return true; },
                                  [](const Project&) { return true; },
                                  [](const MergeJoin&) { return true; },
                                  [](const HashJoin&) { return true; },
                                  [](const BindJoin&) { return true; },
                                  [](const Exists&) { return true; },
                                  [](const SemiJoin&) { return true; },
                                  [](const Union&) { return true; },
                                  [](const Distinct&) { return true; },
                                  [](const auto&) { return false; },
                              },
                              node.op);
  return own && std::all_of(node.children.begin(), node.children.end(), [](const NodePtr& child) {
           return with_stack([&] { return has_stored_ids(*child); });
         });
}

bool goes_by_parts(const Node& node, const Key& key) {
  const auto child = [&](std::size_t i = 0) {
    return with_stack([&] { return goes_by_parts(*node.children[i], key); });
  };
  return std::visit(
      Overloaded{
          [&](const Scan& op) { return !key || starts_with(op, *key); },
          [&](const Filter& op) { return are_free(op.conditions) && child(); },
          [&](const Extend& op) {
            return std::all_of(op.values.begin(), op.values.end(),
                               [](const auto& value) { return is_free(value.second); }) &&
                   child();
          },
          [&](const Project&) { return child(); },
          [&](const IndexJoin&) { return child(); },
          [&](const MergeJoin&) { return child(0) && child(1); },
          [&](const HashJoin& op) {
            return are_free(op.conditions) && child() && has_stored_ids(*node.children[1]);
          },
          [&](const SemiJoin& op) {
            return are_free(op.conditions) && child() && has_stored_ids(*node.children[1]);
          },
          [&](const BindJoin&) { return child() && is_inner(*node.children[1]); },
          [&](const Exists& op) { return op.correlated && child() && is_inner(*node.children[1]); },
          [](const auto&) { return false; },
      },
      node.op);
}

}  // namespace dossier::plan
