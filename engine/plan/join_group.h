// SPDX-License-Identifier: Apache-2.0
// A join group: patterns and sub-plans that are joined in whatever order is cheapest, with the
// conditions that filter them. Private to engine/plan.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/plan/pattern.h"
#include "engine/plan/planner.h"

namespace dossier::plan {

/// One member of a group.
struct Leaf {
  enum class Kind : std::uint8_t { triple, triple_term, path, sub_plan, seed };
  Kind kind = Kind::triple;
  ActiveGraph graph;
  algebra::Binds binds;

  QuadPattern pattern;                            ///< triple
  std::shared_ptr<PatternStatistics> statistics;  ///< triple
  std::map<Slot, IdRanges> ranges;                ///< triple: where its values must lie
  Unnest unnest;                                  ///< triple_term
  std::optional<double> terms;                    ///< triple_term: with its constant subject
  const algebra::PathPattern* path = nullptr;     ///< path
  const algebra::Node* node = nullptr;            ///< sub_plan
  SlotSet wanted;                                 ///< sub_plan: the columns others read
  Estimate estimate;                              ///< sub_plan, seed
  bool seedable = false;                          ///< sub_plan: may start from other rows
  std::optional<Slot> needs;                      ///< sub_plan: the endpoint of a SERVICE
};

/// A vector that grows would hold all of them twice for a while.
using Leaves = std::deque<Leaf>;

/// Variables in the order of their names: a plan shall not depend on which one a text mentions
/// first.
template <typename Slots>
std::vector<Slot> in_order_of_names(const Slots& slots, const VariableTable& variables) {
  std::vector<Slot> result(slots.begin(), slots.end());
  std::sort(result.begin(), result.end(),
            [&](Slot a, Slot b) { return variables.name(a) < variables.name(b); });
  return result;
}

/// How a step adds its leaf to the rows before.
enum class Method : std::uint8_t {
  first,         ///< there is nothing before
  index,         ///< IndexJoin
  merge,         ///< MergeJoin
  hash,          ///< HashJoin, the leaf kept
  hash_swapped,  ///< HashJoin, the rows before kept
  bind,          ///< BindJoin
  apply,         ///< Unnest, Path
};
struct Step {
  std::size_t leaf = 0;
  Method method = Method::first;
  Slot key = 0;  ///< index, merge; the order wanted of a first scan
  bool has_key = false;
  double rows = 0;  ///< after the step and its conditions
  double cost = 0;  ///< of all steps so far
  /// Of these, what is due until as many rows are there as are asked for.
  double early = 0;
};

/// An order of joining: a first leaf, a leaf added to what `left` gives, or, with a `right`, the
/// hash join of two trees.
struct JoinTree {
  Step step;
  FlatPtr<JoinTree> left;
  FlatPtr<JoinTree> right;
};
using JoinTreePtr = FlatPtr<JoinTree>;

struct Condition {
  ast::Expression expression;
  SlotSet reads;
  bool is_range = false;  ///< the leaves' estimates take it into account
};

/// How many members may bind a variable.
using SlotCounts = std::unordered_map<Slot, std::uint32_t>;

/// The variables that what a member is joined with may bind: a set, and those of its neighbours in
/// a chain of joins, around that what the chain itself is joined with.
class Outside {
 public:
  explicit Outside(const SlotSet& slots) : slots_(&slots) {}
  /// `all` counts the chain's members, this one too, which may bind `own`.
  Outside(const Outside& around, const SlotCounts& all, const SlotSet& own)
      : around_(&around), all_(&all), own_(&own) {}
  bool contains(Slot slot) const;

 private:
  const SlotSet* slots_ = nullptr;
  const Outside* around_ = nullptr;
  const SlotCounts* all_ = nullptr;
  const SlotSet* own_ = nullptr;
};

/// In units of Limits::work(): what a member or a condition takes to look at.
inline constexpr std::size_t kMemberWork = 256;

class JoinGroup {
 public:
  JoinGroup(Planner& planner, const Context& context)
      : planner_(planner), context_(context), held_(planner.terms_.memory()) {}

  /// Adds a node's members; `outside` are the variables that what it is joined with may bind.
  void collect(const algebra::Node& node, const ActiveGraph& graph, const SlotSet& outside);
  void add_seed(const SeedInput& seed);
  void add_condition(ast::Expression condition);
  NodePtr plan();

 private:
  void add_bgp(const algebra::Bgp& bgp, const ActiveGraph& graph);
  void add_path(const algebra::PathPattern& path, const ActiveGraph& graph);
  void add_member(const algebra::Node& node, const ActiveGraph& graph, const Outside& outside);
  void add_joined(const algebra::Node& node, const ActiveGraph& graph, const Outside& outside);
  void add_filter(const algebra::Filter& filter, const algebra::Node& node,
                  const ActiveGraph& graph, const Outside& outside);
  void add_graph(const algebra::Graph& graph, const algebra::Node& node, const ActiveGraph& active,
                 const Outside& outside);
  void add_sub_plan(const algebra::Node& node, const ActiveGraph& graph);
  void add_leaf(Leaf leaf);
  void plan_sub_plans();
  /// Puts the members into an order that does not depend on the order of the text.
  void order_members();
  /// Charges counts for as long as the group lives.
  void hold(const SlotCounts& counts);

  void confine_values();

  // join_build.cc
  /// What stands above a tree: the variables it may bind.
  struct Above {
    const Above* around = nullptr;     ///< above the tree that this one is in
    const SlotSet* beside = nullptr;   ///< bound by the other side
    const SlotCounts* last = nullptr;  ///< the last step of each variable
    std::uint32_t step = 0;
    bool may_bind(Slot slot) const;
  };
  void start_conditions();
  NodePtr build(const JoinTree& tree, const Above* around, const SlotSet* beside,
                algebra::Binds& bound);
  NodePtr with_conditions(NodePtr plan, const SlotSet& changed, const algebra::Binds& bound,
                          const Above& above);
  NodePtr build_step(NodePtr before, const JoinTree& tree, const Above& above,
                     algebra::Binds& bound);
  /// Of `slots`, those that are read above or by conditions not yet tested.
  SlotSet needed(const SlotSet& slots, const Above& above) const;
  SlotSet possible_in(const JoinTree& tree) const;
  NodePtr first(const Leaf& leaf, const Step& step, const SlotSet& slots);
  NodePtr add_step(NodePtr before, const Leaf& leaf, const Step& step, const Above& above);
  NodePtr index_join(NodePtr before, const Leaf& leaf, Slot key, const SlotSet& slots);
  std::vector<Slot> shared_slots(const Node& left, const Node& right) const;
  NodePtr merge_join(NodePtr before, NodePtr right, Slot key, const SlotSet& slots);
  NodePtr hash_join(NodePtr left, NodePtr right, const SlotSet& slots);
  NodePtr bind_join(NodePtr before, const Leaf& leaf, const SlotSet& slots);
  NodePtr path_step(NodePtr before, const Leaf& leaf, const SlotSet& slots);
  NodePtr unnest(NodePtr before, const Leaf& leaf, const SlotSet& slots);
  NodePtr scan(const Leaf& leaf, std::optional<Slot> key, const SlotSet& slots);
  NodePtr sub_plan(const Leaf& leaf);
  /// The group as a TrieJoin that costs less than `most`; null when it is no cycle.
  NodePtr cycle(double most);

  Planner& planner_;
  const Context& context_;
  MemoryCharge held_;  ///< members, conditions and what their order takes
  Leaves leaves_;
  std::vector<Condition> conditions_;
  const SeedInput* seed_ = nullptr;  ///< of the seed leaf

  // While building.
  std::vector<bool> applied_;  ///< conditions
  SlotCounts waiting_;         ///< for how many of the others a variable is read
  std::unordered_map<Slot, std::vector<std::size_t>> readers_;  ///< the conditions by variable
};

/// The rows of a member by itself, estimated.
double leaf_rows(const Leaf& leaf);

/// Whether a condition can be tested now: what it reads is bound for good. `later` says which
/// variables may be bound after that.
template <typename Later>
bool is_settled(const Condition& condition, const algebra::Binds& bound, const Later& later) {
  return std::all_of(condition.reads.begin(), condition.reads.end(),
                     [&](Slot slot) { return bound.certain.contains(slot) || !later(slot); });
}

}  // namespace dossier::plan
