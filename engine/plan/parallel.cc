// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/parallel.h"

#include <algorithm>

#include "engine/functions/aggregate.h"
#include "engine/plan/parallel_parts.h"
#include "engine/plan/parallel_work.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

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

bool is_plain_scan(const Node& node) {
  const bool narrows = std::holds_alternative<Project>(node.op);
  return std::holds_alternative<Scan>(narrows ? node.children[0]->op : node.op);
}

/// Whether the second child's rows are read before all others, and kept.
bool is_built(const Node& node) {
  return std::holds_alternative<HashJoin>(node.op) || std::holds_alternative<SemiJoin>(node.op);
}

/// How many of the children, the first ones, are read in parts when the node is.
std::size_t spines(const Node& node) {
  const std::size_t most = std::holds_alternative<MergeJoin>(node.op) ? 2 : 1;
  return std::min(most, node.children.size());
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

  void mark(Node& node, Asked asked) const {
    if (puts_together(node, asked) && wrap(node.children[0], row_cost(node))) {
      mark_builds(*node.children[0]->children[0]);
      split_distinct(node);
      return;
    }
    const bool repeats =
        std::holds_alternative<BindJoin>(node.op) || std::holds_alternative<Exists>(node.op);
    for (std::size_t i = 0; i < (repeats ? 1 : node.children.size()); ++i) {
      if (i == 1 && is_built(node))
        mark_build(node.children[i]);
      else
        with_stack([&] { mark(*node.children[i], of_child(node, asked)); });
    }
  }

 private:
  /// The rows that a join looks up in: all are kept, in whatever order they come.
  void mark_build(NodePtr& rows) const {
    constexpr double kRowCost = 8;
    if (has_stored_ids(*rows) && wrap(rows, kRowCost))
      mark_builds(*rows->children[0]);
    else
      with_stack([&] { mark(*rows, {}); });
  }

  /// Of what the threads below a Parallel share.
  void mark_builds(Node& node) const {
    if (is_built(node)) mark_build(node.children[1]);
    for (std::size_t i = 0; i < spines(node); ++i)
      with_stack([&] { mark_builds(*node.children[i]); });
  }

  static Asked of_child(const Node& node, Asked asked) {
    if (std::holds_alternative<Aggregate>(node.op) || std::holds_alternative<Sort>(node.op))
      return {};
    if (std::holds_alternative<Slice>(node.op)) asked.some = true;
    if (std::holds_alternative<MergeJoin>(node.op)) asked.in_order = true;
    return asked;
  }

  static bool puts_together(const Node& node, const Asked& asked) {
    if (const auto* distinct = std::get_if<Distinct>(&node.op)) {
      // One thread drops them while it reads, and keeps nothing.
      if (distinct->few || (distinct->in_runs && is_plain_scan(*node.children[0]))) return false;
      return !asked.some && !asked.in_order && !node.layout.empty();
    }
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
    const bool in_runs = come_together(parallel->children[0]->order, read);
    parallel = over(Distinct{in_runs}, std::move(parallel));
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
  if (is_built(node)) builds.push_back(&node);
  for (std::size_t i = 0; i < spines(node); ++i) with_stack([&] { look(*node.children[i]); });
}

}  // namespace dossier::plan
