// A join group: patterns and sub-plans that are joined in whatever order is cheapest, with the
// conditions that filter them. Private to engine/plan.
#pragma once

#include <boost/container/flat_map.hpp>
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

  QuadPattern pattern;                                  ///< triple
  std::shared_ptr<const PatternStatistics> statistics;  ///< triple
  Unnest unnest;                                        ///< triple_term
  const algebra::PathPattern* path = nullptr;           ///< path
  const algebra::Node* node = nullptr;                  ///< sub_plan
  NodePtr plan;                                         ///< sub_plan: made on its own
  bool seedable = false;                                ///< sub_plan: may start from other rows
  std::optional<Slot> needs;                            ///< sub_plan: the endpoint of a SERVICE
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

struct Condition {
  ast::Expression expression;
  SlotSet reads;
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

  NodePtr build(const std::vector<Step>& steps);
  NodePtr first(const Leaf& leaf, const Step& step, const SlotSet& needed);
  NodePtr add_step(NodePtr before, Leaf& leaf, const Step& step, const SlotSet& needed);
  NodePtr hash_join(NodePtr left, NodePtr right, const SlotSet& needed);
  NodePtr bind_join(NodePtr before, const Leaf& leaf, const SlotSet& needed);
  NodePtr path_step(NodePtr before, const Leaf& leaf, const SlotSet& needed);
  NodePtr unnest(NodePtr before, const Leaf& leaf, const SlotSet& needed);
  NodePtr scan(const Leaf& leaf, std::optional<Slot> key, const SlotSet& needed);
  NodePtr seed_leaf() const;

  Planner& planner_;
  const Context& context_;
  std::vector<Leaf> leaves_;
  std::vector<Condition> conditions_;
};

/// Chooses the order: dynamic programming for few leaves, greedy for many.
class JoinOrder {
 public:
  JoinOrder(const std::vector<Leaf>& leaves, const std::vector<Condition>& conditions,
            bool exhaustive);
  std::vector<Step> choose() const;

 private:
  /// A sequence of steps and what its rows are like.
  struct State {
    std::vector<Step> steps;
    std::vector<bool> used;
    algebra::Binds binds;
    boost::container::flat_map<Slot, double> distinct;
    std::optional<Slot> order;
    std::vector<bool> applied;  ///< conditions
    double rows = 1;
    double cost = 0;
  };

  std::vector<Step> greedy() const;
  std::vector<Step> exhaustive() const;
  State start() const;
  std::vector<State> extensions(const State& state, std::size_t leaf) const;
  void first_extensions(const State& state, std::size_t leaf, std::vector<State>& result) const;
  void triple_extensions(const State& state, std::size_t leaf, std::vector<State>& result) const;
  void other_extensions(const State& state, std::size_t leaf, std::vector<State>& result) const;
  State extended(const State& state, std::size_t leaf, Step step, double rows, double cost,
                 std::optional<Slot> order) const;
  double joined_rows(const State& state, const Leaf& leaf) const;
  double distinct_of(const Leaf& leaf, Slot slot) const;
  double leaf_rows(const Leaf& leaf) const;
  void apply_conditions(State& state) const;
  bool connected(const State& state, const Leaf& leaf) const;

  const std::vector<Leaf>& leaves_;
  const std::vector<Condition>& conditions_;
  bool exhaustive_;
};

/// Conditions that can be tested now: what they read is bound for good.
bool is_settled(const Condition& condition, const algebra::Binds& bound,
                const SlotSet& possible_later);

}  // namespace dossier::plan
