// SPDX-License-Identifier: Apache-2.0
// A join group: patterns and sub-plans that are joined in whatever order is cheapest, with the
// conditions that filter them. Private to engine/plan.
#pragma once

#include <map>
#include <memory>
#include <optional>
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
  const algebra::PathPattern* path = nullptr;     ///< path
  const algebra::Node* node = nullptr;            ///< sub_plan
  SlotSet wanted;                                 ///< sub_plan: the columns others read
  Estimate estimate;                              ///< sub_plan, seed
  bool seedable = false;                          ///< sub_plan: may start from other rows
  std::optional<Slot> needs;                      ///< sub_plan: the endpoint of a SERVICE
};

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

class JoinGroup {
 public:
  JoinGroup(Planner& planner, const Context& context) : planner_(planner), context_(context) {}

  /// Adds a node's members; `outside` are the variables that what it is joined with may bind.
  void collect(const algebra::Node& node, const ActiveGraph& graph, const SlotSet& outside);
  void add_seed(const SeedInput& seed);
  void add_condition(const ast::Expression& condition);
  NodePtr plan();

 private:
  void add_bgp(const algebra::Bgp& bgp, const ActiveGraph& graph);
  void add_path(const algebra::PathPattern& path, const ActiveGraph& graph);
  void add_filter(const algebra::Filter& filter, const algebra::Node& node,
                  const ActiveGraph& graph, const SlotSet& outside);
  void add_graph(const algebra::Graph& graph, const algebra::Node& node, const ActiveGraph& active,
                 const SlotSet& outside);
  void add_sub_plan(const algebra::Node& node, const ActiveGraph& graph);
  void plan_sub_plans();

  /// What stands above a tree: the variables it reads, and those it may bind.
  struct Above {
    SlotSet needed;
    SlotSet possible;
  };
  void confine_values();
  NodePtr build(const JoinTree& tree, const Above& above, algebra::Binds& bound);
  NodePtr joined(const JoinTree& tree, const Above& above, algebra::Binds& bound);
  SlotSet possible_in(const JoinTree& tree) const;
  NodePtr first(const Leaf& leaf, const Step& step, const SlotSet& needed);
  NodePtr add_step(NodePtr before, Leaf& leaf, const Step& step, const SlotSet& needed);
  NodePtr hash_join(NodePtr left, NodePtr right, const SlotSet& needed);
  NodePtr bind_join(NodePtr before, const Leaf& leaf, const SlotSet& needed);
  NodePtr path_step(NodePtr before, const Leaf& leaf, const SlotSet& needed);
  NodePtr unnest(NodePtr before, const Leaf& leaf, const SlotSet& needed);
  NodePtr scan(const Leaf& leaf, std::optional<Slot> key, const SlotSet& needed);
  NodePtr sub_plan(const Leaf& leaf);

  Planner& planner_;
  const Context& context_;
  std::vector<Leaf> leaves_;
  std::vector<Condition> conditions_;
  std::vector<bool> applied_;        ///< conditions, while building
  const SeedInput* seed_ = nullptr;  ///< of the seed leaf
};

/// Conditions that can be tested now: what they read is bound for good.
bool is_settled(const Condition& condition, const algebra::Binds& bound,
                const SlotSet& possible_later);

}  // namespace dossier::plan
