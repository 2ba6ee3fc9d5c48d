// SPDX-License-Identifier: Apache-2.0
// Filter push-down: conditions move towards what binds their variables, so that fewer rows are
// joined. Inside a join group the planner places them; here they pass everything else.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

using algebra::SlotSet;

bool disjoint(const SlotSet& a, const SlotSet& b) {
  return std::none_of(a.begin(), a.end(), [&b](Slot slot) { return b.contains(slot); });
}

bool is_subset(const SlotSet& a, const SlotSet& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

class Pusher {
 public:
  explicit Pusher(const VariableTable& variables) : variables_(variables) {}

  void visit(algebra::Node& node) {
    if (auto* filter = std::get_if<algebra::Filter>(&node.node)) {
      std::erase_if(filter->conditions, [&](const ast::Expression& condition) {
        return push(condition, *filter->child);
      });
      if (filter->conditions.empty()) {
        algebra::Node child = std::move(*filter->child);
        node = std::move(child);
        visit(node);
        return;
      }
    }
    algebra::each_child(node, [this](algebra::Node& child) { visit(child); });
  }

 private:
  /// Puts the condition above `node`, or deeper.
  void wrap(algebra::Node& node, const ast::Expression& condition) {
    if (push(condition, node)) return;
    algebra::Node child = std::move(node);
    node.node = algebra::Filter{{condition}, std::move(child)};
  }

  /// Puts the condition somewhere below the top of `node`, where it means the same; false when
  /// there is no such place.
  bool push(const ast::Expression& condition, algebra::Node& node) {
    const SlotSet reads = algebra::reads(condition, variables_);
    return with_stack([&] { return push_below(condition, reads, node); });
  }

  bool push_below(const ast::Expression& condition, const SlotSet& reads, algebra::Node& node) {
    return std::visit(
        Overloaded{
            [&](algebra::Filter& n) {
              if (!push(condition, *n.child)) n.conditions.push_back(condition);
              return true;
            },
            [&](algebra::LeftJoin& n) {
              return enter(condition, reads, *n.left, algebra::binds(*n.right).possible);
            },
            [&](algebra::Minus& n) {
              wrap(*n.left, condition);
              return true;
            },
            [&](algebra::Union& n) {
              for (algebra::Node& branch : n.branches) wrap(branch, condition);
              return true;
            },
            [&](algebra::Join& n) { return push_into_join(condition, reads, n); },
            [&](algebra::Extend& n) { return below(condition, reads, {n.variable}, *n.child); },
            [&](algebra::Exists& n) { return below(condition, reads, {n.result}, *n.child); },
            [&](algebra::Graph& n) {
              const auto* slot = std::get_if<Slot>(&n.name);
              return below(condition, reads, slot == nullptr ? SlotSet{} : SlotSet{*slot},
                           *n.child);
            },
            [&](algebra::Project& n) {
              if (!is_subset(reads, SlotSet(n.variables.begin(), n.variables.end()))) return false;
              wrap(*n.child, condition);
              return true;
            },
            [&](algebra::Distinct& n) { return below(condition, reads, {}, *n.child); },
            [&](algebra::Reduced& n) { return below(condition, reads, {}, *n.child); },
            [&](algebra::OrderBy& n) { return below(condition, reads, {}, *n.child); },
            [](auto&) { return false; },
        },
        node.node);
  }

  bool below(const ast::Expression& condition, const SlotSet& reads, const SlotSet& made_here,
             algebra::Node& child) {
    if (!disjoint(reads, made_here)) return false;
    wrap(child, condition);
    return true;
  }

  /// Into one side, when the other can't bind what the condition reads unbound there.
  bool enter(const ast::Expression& condition, const SlotSet& reads, algebra::Node& side,
             const SlotSet& other) {
    const algebra::Binds own = algebra::binds(side);
    for (Slot slot : reads) {
      if (other.contains(slot) && !own.certain.contains(slot)) return false;
    }
    wrap(side, condition);
    return true;
  }

  bool push_into_join(const ast::Expression& condition, const SlotSet& reads, algebra::Join& join) {
    for (auto [side, other] : {std::pair{&*join.left, &*join.right}, {&*join.right, &*join.left}}) {
      // The planner sees into patterns and joins itself.
      const bool is_group = std::holds_alternative<algebra::Bgp>(side->node) ||
                            std::holds_alternative<algebra::Join>(side->node) ||
                            std::holds_alternative<algebra::PathPattern>(side->node);
      if (is_group || !is_subset(reads, algebra::binds(*side).certain)) continue;
      return enter(condition, reads, *side, algebra::binds(*other).possible);
    }
    return false;
  }

  const VariableTable& variables_;
};

}  // namespace

void push_filters_down(algebra::Node& root, const PassContext& context) {
  Pusher(context.variables).visit(root);
}

}  // namespace dossier::plan
