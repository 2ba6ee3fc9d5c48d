// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/parallel.h"

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "engine/functions/aggregate.h"
#include "engine/plan/parallel_work.h"
#include "engine/plan/pattern_columns.h"
#include "engine/plan/planner.h"
#include "model/stack.h"
#include "model/vocabulary.h"

namespace dossier::plan {
namespace {

/// Below this, in rows touched, threads take longer to start than they save.
constexpr double kLeastWork = 1 << 19;
constexpr double kLeastRows = 1 << 15;
/// Parts are small enough for all threads to end at about the same time, and large enough for
/// opening the operators again not to matter.
constexpr double kLeastPart = 1 << 14;
constexpr double kMostPart = 1 << 16;
constexpr double kParts = 32;
/// What each thread may read again for each chunk of its rows.
constexpr double kFewRows = 1 << 10;

using Key = std::optional<Slot>;

/// Whether an expression gives the same in every thread, and calls nothing of the application's.
bool is_free(const ast::Expression& expression) {
  bool free = true;
  algebra::each_expression(expression, [&](const ast::Expression& part) {
    if (const auto* call = std::get_if<ast::BuiltinCall>(&part.node)) {
      using enum ast::Builtin;
      free = free && call->function != rand && call->function != uuid &&
             call->function != struuid && call->function != bnode;
    }
    if (const auto* call = std::get_if<ast::FunctionCall>(&part.node))
      free = free && call->function.value().starts_with(vocabulary::kXsd);
  });
  return free;
}

bool are_free(const std::vector<ast::Expression>& expressions) {
  return std::all_of(expressions.begin(), expressions.end(), is_free);
}

/// The variable that all merge joins on the way to the first scan go by; false when they differ.
bool find_key(const Node& node, Key& key) {
  if (const auto* join = std::get_if<MergeJoin>(&node.op)) {
    if (key && key != join->key) return false;
    key = join->key;
  }
  return node.children.empty() || with_stack([&] { return find_key(*node.children[0], key); });
}

bool starts_with(const Scan& scan, Slot key) {
  const PatternColumns columns(scan.pattern, scan.permutation);
  if (columns.request.prefix_length == 4) return false;
  const Position first = storage::column_order(scan.permutation)[columns.request.prefix_length];
  return columns.slots[static_cast<std::size_t>(first)] == key;
}

/// Whether all ids of the rows are the store's, also to threads with terms of their own.
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
                                  [](const Minus&) { return true; },
                                  [](const Union&) { return true; },
                                  [](const Distinct&) { return true; },
                                  [](const auto&) { return false; },
                              },
                              node.op);
  return own && std::all_of(node.children.begin(), node.children.end(), [](const NodePtr& child) {
           return with_stack([&] { return has_stored_ids(*child); });
         });
}

/// Whether a thread may have a copy of its own, which is run again for each chunk of rows.
bool can_be_copied(const Node& node) {
  const bool own = std::visit(Overloaded{
                                  [&](const Scan&) { return node.rows <= kFewRows; },
                                  [](const Filter& op) { return are_free(op.conditions); },
                                  [](const HashJoin& op) { return are_free(op.conditions); },
                                  [](const Exists& op) { return op.correlated; },
                                  [](const auto&) { return true; },
                              },
                              node.op);
  return own && std::all_of(node.children.begin(), node.children.end(), [](const NodePtr& child) {
           return with_stack([&] { return can_be_copied(*child); });
         });
}

bool is_inner(const Node& node) { return has_stored_ids(node) && can_be_copied(node); }

/// Whether the rows of parts of the first scan give the node's rows, each once.
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
          [&](const Minus&) { return child() && has_stored_ids(*node.children[1]); },
          [&](const BindJoin&) { return child() && is_inner(*node.children[1]); },
          [&](const Exists& op) { return op.correlated && child() && is_inner(*node.children[1]); },
          [](const auto&) { return false; },
      },
      node.op);
}

class Marker {
 public:
  Marker(const VariableTable& variables, const PassSwitches& options)
      : variables_(variables), options_(options) {}

  /// What the nodes above ask of a node's rows.
  struct Asked {
    bool some = false;      ///< perhaps not all of them
    bool in_order = false;  ///< in the order the plan promises
  };

  void mark(Node& node, Asked asked) {
    if (puts_together(node, asked) && wrap(node.children[0], row_cost(node))) {
      split_distinct(node);
      return;
    }
    const bool repeats =
        std::holds_alternative<BindJoin>(node.op) || std::holds_alternative<Exists>(node.op);
    for (std::size_t i = 0; i < (repeats ? 1 : node.children.size()); ++i)
      with_stack([&] { mark(*node.children[i], of_child(node, i, asked)); });
  }

 private:
  static Asked of_child(const Node& node, std::size_t child, Asked asked) {
    const bool is_kept =
        std::holds_alternative<Aggregate>(node.op) || std::holds_alternative<Sort>(node.op) ||
        (child == 1 &&
         (std::holds_alternative<HashJoin>(node.op) || std::holds_alternative<Minus>(node.op)));
    if (is_kept) return {};
    if (std::holds_alternative<Slice>(node.op)) asked.some = true;
    if (std::holds_alternative<MergeJoin>(node.op)) asked.in_order = true;
    return asked;
  }

  static bool puts_together(const Node& node, const Asked& asked) {
    if (std::holds_alternative<Distinct>(node.op))
      return !asked.some && !asked.in_order && !node.layout.empty();
    if (const auto* sort = std::get_if<Sort>(&node.op)) {
      return std::all_of(sort->conditions.begin(), sort->conditions.end(),
                         [](const auto& condition) { return is_free(condition.expression); });
    }
    const auto* aggregate = std::get_if<Aggregate>(&node.op);
    if (aggregate == nullptr) return false;
    return std::all_of(aggregate->aggregations.begin(), aggregate->aggregations.end(),
                       [](const algebra::Aggregation& aggregation) {
                         const auto& argument = aggregation.aggregate.argument;
                         return can_merge(aggregation.aggregate) &&
                                (!argument || is_free(**argument));
                       });
  }

  /// `more`: the cost of each of the child's rows above.
  bool wrap(NodePtr& child, double more) const {
    Key key;
    if (!find_key(*child, key) || !goes_by_parts(*child, key)) return false;
    const double rows = SharedParts(*child).scans.front()->rows;
    const double work = work_of(*child) + more * child->rows;
    if (!options_.part_rows && (work < kLeastWork || rows < kLeastRows)) return false;
    const auto part = static_cast<std::uint64_t>(std::clamp(rows / kParts, kLeastPart, kMostPart));
    NodePtr parallel = over(Parallel{options_.part_rows.value_or(part), key}, std::move(child));
    parallel->order.clear();
    child = std::move(parallel);
    return true;
  }

  // One thread would have to put together what all threads have seen of the only group. What one
  // scan has is left as it is: its number may be known without reading (exec/known_counts.h).
  void split_distinct(Node& node) const {
    auto* op = std::get_if<Aggregate>(&node.op);
    if (op == nullptr || !op->keys.empty() || op->aggregations.size() != 1) return;
    ast::Aggregate& aggregate = op->aggregations.front().aggregate;
    if (!aggregate.distinct || !std::holds_alternative<ast::Variable>((*aggregate.argument)->node))
      return;
    NodePtr& parallel = node.children[0];
    if (std::holds_alternative<Scan>(parallel->children[0]->op)) return;
    const SlotSet read = algebra::reads(**aggregate.argument, variables_);
    if (read.size() != 1 || column_of(parallel->layout, *read.begin()) == kNoColumn) return;
    const Layout layout = layout_of(read);
    if (parallel->children[0]->layout != layout) {
      NodePtr narrow = over(Project{}, std::move(parallel->children[0]));
      narrow->layout = parallel->layout = layout;
      parallel->children[0] = std::move(narrow);
    }
    parallel = over(Distinct{}, std::move(parallel));
    aggregate.distinct = false;
  }

  const VariableTable& variables_;
  const PassSwitches& options_;
};

}  // namespace

void make_parallel(Node& root, const VariableTable& variables, const PassSwitches& options) {
  Marker(variables, options).mark(root, {});
}

SharedParts::SharedParts(const Node& child) { look(child); }

void SharedParts::look(const Node& node) {
  if (std::holds_alternative<Scan>(node.op)) scans.push_back(&node);
  if (std::holds_alternative<HashJoin>(node.op) || std::holds_alternative<Minus>(node.op))
    builds.push_back(&node);
  const std::size_t spines = std::holds_alternative<MergeJoin>(node.op) ? 2 : 1;
  for (std::size_t i = 0; i < std::min(spines, node.children.size()); ++i)
    with_stack([&] { look(*node.children[i]); });
}

}  // namespace dossier::plan
