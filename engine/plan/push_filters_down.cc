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

using algebra::is_disjoint;
using algebra::is_subset;
using algebra::SlotSet;

/// A condition on its way down, and what it reads.
struct Moving {
  ast::Expression condition;
  SlotSet reads;
};

class Pusher {
 public:
  explicit Pusher(const PassContext& context) : context_(context) {}

  void visit(algebra::Node& node) {
    if (auto* filter = std::get_if<algebra::Filter>(&node.node)) {
      std::erase_if(filter->conditions, [&](const ast::Expression& condition) {
        return push({condition, algebra::reads(condition, context_.variables)}, *filter->child);
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
  void wrap(algebra::Node& node, const Moving& moving) {
    if (push(moving, node)) return;
    algebra::Node child = std::move(node);
    node.node = algebra::Filter{{moving.condition}, std::move(child)};
  }

  /// Puts the condition somewhere below the top of `node`, where it means the same; false when
  /// there is no such place.
  bool push(const Moving& moving, algebra::Node& node) {
    context_.expressions.work(kStepWork);
    return with_stack([&] { return push_below(moving, node); });
  }

  bool push_below(const Moving& moving, algebra::Node& node) {
    return std::visit(
        Overloaded{
            [&](algebra::Filter& n) {
              if (!push(moving, *n.child)) n.conditions.push_back(moving.condition);
              return true;
            },
            [&](algebra::LeftJoin& n) {
              return enter(moving, *n.left, algebra::binds(*n.right, context_.work).possible);
            },
            [&](algebra::Minus& n) {
              wrap(*n.left, moving);
              return true;
            },
            [&](algebra::Union& n) {
              for (algebra::Node& branch : n.branches) wrap(branch, moving);
              return true;
            },
            [&](algebra::Join& n) { return push_into_join(moving, n); },
            [&](algebra::Extend& n) { return below(moving, {n.variable}, *n.child); },
            [&](algebra::Exists& n) { return below(moving, {n.result}, *n.child); },
            [&](algebra::Graph& n) {
              const auto* slot = std::get_if<Slot>(&n.name);
              return below(moving, slot == nullptr ? SlotSet{} : SlotSet{*slot}, *n.child);
            },
            [&](algebra::Project& n) {
              if (!is_subset(moving.reads, SlotSet(n.variables.begin(), n.variables.end())))
                return false;
              wrap(*n.child, moving);
              return true;
            },
            [&](algebra::Distinct& n) { return below(moving, {}, *n.child); },
            [&](algebra::Reduced& n) { return below(moving, {}, *n.child); },
            [&](algebra::OrderBy& n) { return below(moving, {}, *n.child); },
            [](auto&) { return false; },
        },
        node.node);
  }

  bool below(const Moving& moving, const SlotSet& made_here, algebra::Node& child) {
    if (!is_disjoint(moving.reads, made_here)) return false;
    wrap(child, moving);
    return true;
  }

  /// Into one side, when the other can't bind what the condition reads unbound there.
  bool enter(const Moving& moving, algebra::Node& side, const SlotSet& other) {
    for (Slot slot : moving.reads) {
      if (other.contains(slot) && !algebra::binds_certainly(side, slot, context_.work))
        return false;
    }
    wrap(side, moving);
    return true;
  }

  bool push_into_join(const Moving& moving, algebra::Join& join) {
    for (auto [side, other] : {std::pair{&*join.left, &*join.right}, {&*join.right, &*join.left}}) {
      // The planner sees into patterns and joins itself.
      const bool is_group = std::holds_alternative<algebra::Bgp>(side->node) ||
                            std::holds_alternative<algebra::Join>(side->node) ||
                            std::holds_alternative<algebra::PathPattern>(side->node);
      const auto bound_here = [this, side = side](Slot slot) {
        return algebra::binds_certainly(*side, slot, context_.work);
      };
      if (is_group || !std::all_of(moving.reads.begin(), moving.reads.end(), bound_here)) continue;
      wrap(*side, moving);
      return true;
    }
    return false;
  }

  /// In units of Limits::work().
  static constexpr std::size_t kStepWork = 64;

  const PassContext& context_;
};

}  // namespace

void push_filters_down(algebra::Node& root, const PassContext& context) {
  Pusher(context).visit(root);
}

}  // namespace dossier::plan
