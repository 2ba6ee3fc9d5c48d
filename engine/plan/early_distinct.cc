// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/early_distinct.h"

#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/functions/aggregate.h"
#include "engine/plan/equal_rows.h"
#include "engine/plan/parallel_parts.h"
#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {
namespace {

/// Rows of a scan that agree, at the least, for it to pay to look for them, and to count them. With
/// fewer on average there may still be values with many.
constexpr double kFewEqual = 1.25;
constexpr double kFewCounted = 4;
constexpr double kHardlyEqual = 1.02;

bool are_free(const std::vector<ast::Expression>& expressions) {
  return std::all_of(expressions.begin(), expressions.end(), is_free);
}

bool all_are_free(const Extend& op) {
  return std::all_of(op.values.begin(), op.values.end(),
                     [](const auto& value) { return is_free(value.second); });
}

/// What reads the rows of a plan makes the same of them when equal rows are one, with their number
/// if it counts them.
class Thinner {
 public:
  Thinner(VariableTable& variables, const storage::QuadSource& source, bool counts)
      : variables_(variables), source_(source), counts_(counts) {}

  /// Returns the variables that say how often a row counts, which its layout has then.
  std::vector<Slot> thin(Node& node);

 private:
  using Times = std::vector<Slot>;

  Times below(Node& node, std::size_t number = 0) {
    return with_stack([&] { return thin(*node.children[number]); });
  }
  /// Where the child's rows are joined with others.
  Times thin_child(Node& node, std::size_t number);
  Times thin_index_join(Node& node, IndexJoin& join);
  Times thin_semi_join(Node& node, const SemiJoin& join);
  Times both(Node& node);
  Times branches(Node& node);
  /// The node's rows have these, too.
  static Times carried(Node& node, Times times) {
    node.layout.insert(node.layout.end(), times.begin(), times.end());
    return times;
  }
  bool has_equal_neighbours(const Node& node, const SlotSet& slots) const;
  bool may_repeat(const Node& node, const SlotSet& slots) const;
  bool scan_may_repeat(const Scan& scan, const SlotSet& slots) const;
  SlotSet without_times(const Node& node) const {
    return set_difference(slots_of(node.layout), made_);
  }

  VariableTable& variables_;
  const storage::QuadSource& source_;
  const bool counts_;
  SlotSet made_;  ///< the variables that take numbers of rows
};

// Of a scan rows are equal when it leaves out a variable that takes several values. A join of rows
// that differ differs, when it keeps what they differ in.
bool Thinner::may_repeat(const Node& node, const SlotSet& slots) const {
  if (std::holds_alternative<Distinct>(node.op) || std::holds_alternative<CountRuns>(node.op))
    return false;
  if (const auto* scan = std::get_if<Scan>(&node.op)) return scan_may_repeat(*scan, slots);
  SlotSet parts;
  if (const auto* join = std::get_if<IndexJoin>(&node.op); join && !join->times && !join->once)
    parts = plan::slots_of(join->pattern);
  for (const NodePtr& child : node.children) {
    const SlotSet own = without_times(*child);
    if (with_stack([&] { return may_repeat(*child, own); })) return true;
    add_all(parts, own);
  }
  return node.children.empty() || !is_subset(parts, slots);
}

bool Thinner::scan_may_repeat(const Scan& scan, const SlotSet& slots) const {
  const SlotSet all = plan::slots_of(scan.pattern);
  if (all.size() <= slots.size()) return false;
  const auto* predicate = std::get_if<TermId>(&scan.pattern.predicate);
  if (predicate == nullptr || slots.size() != 1) return true;
  const auto* subject = std::get_if<Slot>(&scan.pattern.subject);
  const auto* object = std::get_if<Slot>(&scan.pattern.object);
  if (subject == nullptr || object == nullptr) return true;
  const Position position = *subject == *slots.begin() ? Position::subject : Position::object;
  const auto different = static_cast<double>(source_.distinct_estimate(*predicate, position));
  PatternStatistics statistics(scan.pattern, source_);
  const double average = statistics.all_rows() / different;
  if (different == 0 || average >= kFewCounted) return true;
  if (!counts_) return average >= kFewEqual;
  return average >= kHardlyEqual && equal_rows(scan, *slots.begin(), source_) >= kFewCounted;
}

bool Thinner::has_equal_neighbours(const Node& node, const SlotSet& slots) const {
  return !slots.empty() && come_together(node.order, slots) && may_repeat(node, slots);
}

Thinner::Times Thinner::thin_child(Node& node, std::size_t number) {
  NodePtr& child = node.children[number];
  Times times = below(node, number);
  const SlotSet slots = without_times(*child);
  if (!has_equal_neighbours(*child, slots)) return times;
  if (!counts_) {
    child = over(Distinct{true}, std::move(child));
    return times;
  }
  const Slot number_of_rows = variables_.fresh("times");
  made_.insert(number_of_rows);
  child = over(CountRuns{number_of_rows, std::move(times)}, std::move(child));
  child->layout = layout_of(slots);
  child->layout.push_back(number_of_rows);
  return {number_of_rows};
}

Thinner::Times Thinner::thin_index_join(Node& node, IndexJoin& join) {
  const SlotSet before = slots_of(node.children[0]->layout);
  const bool adds_columns = !is_subset(slots_of(node.layout), before);
  const bool adds_rows = !is_subset(plan::slots_of(join.pattern), before);
  Times times = carried(node, thin_child(node, 0));
  if (adds_columns || !adds_rows) return times;
  if (!counts_) {
    join.once = true;
    return times;
  }
  join.times = variables_.fresh("times");
  made_.insert(*join.times);
  node.layout.push_back(*join.times);
  times.push_back(*join.times);
  return times;
}

// Its rows are those of its first child, column by column.
Thinner::Times Thinner::thin_semi_join(Node& node, const SemiJoin& join) {
  Times times = thin_child(node, 0);
  node.layout = node.children[0]->layout;
  if (!join.keep) node.layout.push_back(join.result);
  return times;
}

Thinner::Times Thinner::both(Node& node) {
  Times times = thin_child(node, 0);
  const Times more = thin_child(node, 1);
  times.insert(times.end(), more.begin(), more.end());
  return carried(node, std::move(times));
}

Thinner::Times Thinner::branches(Node& node) {
  Times times;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Times more = below(node, i);
    times.insert(times.end(), more.begin(), more.end());
  }
  return carried(node, std::move(times));
}

std::vector<Slot> Thinner::thin(Node& node) {
  return std::visit(
      Overloaded{
          [&](const Project&) { return carried(node, below(node)); },
          [&](const Parallel&) { return carried(node, below(node)); },
          [&](const Filter& op) {
            return are_free(op.conditions) ? carried(node, below(node)) : Times{};
          },
          [&](const Extend& op) { return all_are_free(op) ? carried(node, below(node)) : Times{}; },
          [&](IndexJoin& op) { return thin_index_join(node, op); },
          [&](const SemiJoin& op) {
            return are_free(op.conditions) ? thin_semi_join(node, op) : Times{};
          },
          [&](const MergeJoin&) { return both(node); },
          [&](const HashJoin& op) { return are_free(op.conditions) ? both(node) : Times{}; },
          [&](const Union&) { return branches(node); },
          [](const auto&) { return Times{}; },
      },
      node.op);
}

bool are_all(const Aggregate& op, bool (*what)(const ast::Aggregate&) noexcept) {
  return std::all_of(op.aggregations.begin(), op.aggregations.end(), [what](const auto& one) {
    const auto& argument = one.aggregate.argument;
    return what(one.aggregate) && (!argument || is_free(**argument));
  });
}

bool is_join(const Node& node) {
  return std::holds_alternative<MergeJoin>(node.op) || std::holds_alternative<HashJoin>(node.op) ||
         std::holds_alternative<IndexJoin>(node.op);
}

bool has_join(const Node& node) {
  return is_join(node) ||
         std::any_of(node.children.begin(), node.children.end(), [](const auto& child) {
           return with_stack([&] { return has_join(*child); });
         });
}

/// Whether it asks for the number of rows of one join, which the join itself says without making
/// them.
bool counts_one_join(const Node& node, const Aggregate& op) {
  if (!op.keys.empty()) return false;
  for (const algebra::Aggregation& one : op.aggregations)
    if (!is_count_of_rows(one.aggregate)) return false;
  const Node* at = node.children[0].get();
  while (std::holds_alternative<Project>(at->op) || std::holds_alternative<Parallel>(at->op))
    at = at->children[0].get();
  return is_join(*at) && std::none_of(at->children.begin(), at->children.end(),
                                      [](const auto& child) { return has_join(*child); });
}

}  // namespace

void thin_equal_rows(Node& root, VariableTable& variables, const storage::QuadSource& source) {
  for (const NodePtr& child : root.children)
    with_stack([&] { thin_equal_rows(*child, variables, source); });
  const auto drop = [&](Node& node) { Thinner(variables, source, false).thin(node); };
  std::visit(Overloaded{
                 [&](const Distinct&) { drop(*root.children[0]); },
                 [&](const SemiJoin&) { drop(*root.children[1]); },
                 [&](Aggregate& op) {
                   if (are_all(op, ignores_equal_rows))
                     drop(*root.children[0]);
                   else if (are_all(op, can_multiply) && !counts_one_join(root, op))
                     op.times = Thinner(variables, source, true).thin(*root.children[0]);
                 },
                 [](const auto&) {},
             },
             root.op);
}

}  // namespace dossier::plan
