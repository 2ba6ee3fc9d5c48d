// SPDX-License-Identifier: Apache-2.0
// EXISTS whose conditions read a variable that only the row outside has, by look-ups in the rows of
// its pattern.
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/plan/equal_pair.h"
#include "engine/plan/planner.h"

namespace dossier::plan {

namespace {

/// The conditions of an EXISTS, by where they are asked.
struct Sorted {
  std::vector<ast::Expression> inside;  ///< of the pattern's rows alone
  std::vector<ast::Expression> of_pairs;
  /// Variables outside that are a node of the pattern.
  std::vector<std::pair<Slot, ast::Expression>> keys;
};

/// A variable inside that nothing but the conditions of pairs reads, and those only to tell it from
/// others: each of them may refuse one node, so of more nodes than that any will do.
std::optional<Distinct::Few> few_of(const SlotSet& inside,
                                    const std::vector<ast::Expression>& conditions,
                                    const VariableTable& variables) {
  for (const Slot slot : inside) {
    std::uint32_t refused = 0;
    const bool told_apart_only =
        std::all_of(conditions.begin(), conditions.end(), [&](const ast::Expression& condition) {
          if (!algebra::reads(condition, variables).contains(slot)) return true;
          ++refused;
          return unequal_pair(condition, variables).has_value();
        });
    if (refused > 0 && told_apart_only) return Distinct::Few{slot, refused + 1};
  }
  return std::nullopt;
}

}  // namespace

NodePtr Planner::hash_exists_where(const MarkRef& exists, const Context& context,
                                   const SlotSet& mentioned, NodePtr& child,
                                   std::optional<bool> keep) {
  const auto* filter = std::get_if<algebra::Filter>(&exists.pattern->node);
  if (filter == nullptr) return nullptr;
  const algebra::Node& base = *filter->child;
  if (!is_substitution_safe(base, context.graph, mentioned, false)) return nullptr;
  const algebra::Binds inside = binds_in(base, context.graph);
  Sorted sorted;
  SlotSet kept = set_intersection(mentioned, inside.possible);
  SlotSet read = kept;
  for (const ast::Expression& condition : filter->conditions) {
    const SlotSet reads = algebra::reads(condition, variables_);
    add_all(read, set_intersection(reads, inside.possible));
    const auto is_outside = [&](Slot slot) {
      return mentioned.contains(slot) && !inside.certain.contains(slot);
    };
    if (std::none_of(reads.begin(), reads.end(), is_outside)) {
      sorted.inside.push_back(condition);
    } else if (const auto pair = node_outside(condition, base, variables_);
               pair && child->certain.contains(pair->outside) && !kept.contains(pair->outside) &&
               !inside.possible.contains(pair->outside) && inside.certain.contains(pair->inside)) {
      const ast::Expression value{ast::Variable{variables_.name(pair->inside)}, {}};
      sorted.keys.emplace_back(pair->outside, value);
      kept.insert(pair->outside);
    } else {
      add_all(kept, set_intersection(reads, inside.possible));
      sorted.of_pairs.push_back(condition);
    }
  }
  // Without a key every row might be compared with all others.
  const SlotSet certain = set_intersection(inside.certain, mentioned);
  if (sorted.keys.empty() && set_intersection(child->certain, certain).empty()) return nullptr;
  const Context whole{context.graph, read};
  if (options_.passes.on(planner_switch::kBindJoin) &&
      is_cheaper_by_rows(rows_read(*child, context.wanted), estimate(base, whole)))
    return nullptr;
  NodePtr inner = filtered(estimated(base, whole), std::move(sorted.inside));
  if (!sorted.keys.empty()) {
    inner = over(Extend{sorted.keys}, std::move(inner));
    for (const auto& [slot, value] : sorted.keys) {
      inner->layout.push_back(slot);
      inner->certain.insert(slot);
    }
  }
  SlotSet free = set_difference(kept, mentioned);
  for (const auto& [slot, value] : sorted.keys) free.erase(slot);
  inner =
      distinct_rows(narrowed(std::move(inner), kept), few_of(free, sorted.of_pairs, variables_));
  SemiJoin op = semi_join(*child, *inner);
  op.conditions = std::move(sorted.of_pairs);
  for (const ast::Expression& condition : op.conditions) count(condition);
  return hash_semi_join(std::move(op), exists, std::move(child), std::move(inner), keep);
}

}  // namespace dossier::plan
