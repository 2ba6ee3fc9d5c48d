// SPDX-License-Identifier: Apache-2.0
// The planner: an algebra tree becomes a physical plan. Patterns that are joined form a group whose
// order is chosen by cost; everything else keeps the shape the algebra gives it.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/walk.h"
#include "engine/plan/options.h"
#include "engine/plan/passes.h"
#include "engine/plan/physical.h"
#include "engine/runtime/limits.h"
#include "engine/runtime/term_table.h"

namespace dossier::plan {

using algebra::add_all;
using algebra::is_subset;
using algebra::set_difference;
using algebra::set_intersection;
using algebra::set_union;
using algebra::SlotSet;

/// The graphs a query's default graph consists of, and those GRAPH may name.
struct Dataset {
  storage::GraphScope default_scope;
  storage::GraphScope named_scope;
};
Dataset make_dataset(const PlanOptions& options, TermTable& terms);

/// Rows a plan starts from; see plan::Seed.
struct SeedInput {
  std::uint32_t number = 0;
  Slot row = 0;      ///< carries the seed's number
  SlotSet certain;   ///< of the outer rows, among `possible`
  SlotSet possible;  ///< the outer variables that are handed in
  double rows = 0;   ///< in one go, estimated
};

/// An EXISTS: the variable that takes its answer, and its pattern.
struct MarkRef {
  Slot result = 0;
  const algebra::Node* pattern = nullptr;
};

/// What is known of a plan without making it again.
struct Estimate {
  double rows = 0;
  double cost = 0;
  std::optional<Slot> order;
};

/// Where a node stands: what is active and what is asked of it.
struct Context {
  ActiveGraph graph;
  SlotSet required;                 ///< variables the node's parents read
  const SeedInput* seed = nullptr;  ///< joined with the node
  /// Rows of the node after which nobody asks for more.
  double wanted = std::numeric_limits<double>::infinity();
};

/// What a map takes for an entry, beside the entry: for charges.
inline constexpr std::size_t kEntry = 32;

class Planner {
 public:
  /// All must outlive the planner; planning adds helper variables to `variables` and constants to
  /// `terms`, and stops at `limits`.
  Planner(const storage::QuadSource& source, TermTable& terms, VariableTable& variables,
          const PlanOptions& options, Limits& limits);

  /// `root`'s rows have at least the columns `required`. Throws Error(unsupported) naming what
  /// can't be done yet.
  /// Nobody asks for more rows than `wanted`.
  NodePtr plan(const algebra::Node& root, const SlotSet& required,
               double wanted = std::numeric_limits<double>::infinity());
  /// For operators that plan while they run.
  NodePtr plan(const algebra::Node& root, const ActiveGraph& graph, const SlotSet& required,
               double wanted = std::numeric_limits<double>::infinity());

  const Dataset& dataset() const noexcept { return dataset_; }
  /// What the plans made take, roughly.
  std::size_t bytes() const noexcept { return made_.bytes(); }

 private:
  friend class JoinGroup;
  friend class JoinOrder;

  // planner.cc
  NodePtr node(const algebra::Node& node, const Context& context);
  NodePtr node_of(const algebra::Node& node, const Context& context);
  NodePtr joined(const algebra::Node& node, const Context& context);
  /// Conditions over a chain of EXISTS over a pattern; a seed of the context is visible to them.
  NodePtr filter(std::vector<ast::Expression> conditions, const std::vector<MarkRef>& marks,
                 const algebra::Node& base, const Context& context);
  NodePtr filter_of(std::vector<ast::Expression> conditions, const std::vector<MarkRef>& marks,
                    const algebra::Node& base, const Context& context);
  NodePtr filter(const algebra::Filter& filter, const Context& context);
  NodePtr extend(const algebra::Extend& extend, const Context& context);
  NodePtr unite(const algebra::Union& node, const Context& context);
  NodePtr values(const algebra::Values& values);
  NodePtr service(const algebra::Service& service, const Context& context);
  NodePtr text_match(const algebra::TextMatch& match, const Context& context);

  // planner_group.cc, planner_modifiers.cc
  NodePtr group(const algebra::Group& group, const Context& context);
  NodePtr grouped(const algebra::Group& group,
                  const std::vector<algebra::Aggregation>& aggregations, const Context& context);
  NodePtr order_by(const algebra::OrderBy& order, const Context& context,
                   std::optional<std::uint64_t> limit);
  NodePtr project(const algebra::Project& project, const Context& context,
                  std::optional<std::uint64_t> limit);
  NodePtr distinct(const algebra::Node& child, const Context& context);
  NodePtr slice(const algebra::Slice& slice, const Context& context);
  NodePtr topped(const algebra::Node& node, const Context& context, std::uint64_t limit);

  // planner_optional.cc
  /// A chain of OPTIONAL and MINUS over what is no such node.
  NodePtr left_chain(const algebra::Node& top, const Context& context);
  NodePtr left_join(const algebra::LeftJoin& join, const Context& context, NodePtr left);
  NodePtr bind_left_join(const algebra::LeftJoin& join, const Context& context, NodePtr left);
  NodePtr hash_left_join(const algebra::LeftJoin& join, const Context& context, NodePtr left,
                         NodePtr right);
  /// What the right side of an OPTIONAL or MINUS reads, or may bind.
  SlotSet read_on_the_right(const algebra::Node& level, const ActiveGraph& graph);
  /// `bound`: what the left side's solutions may bind.
  NodePtr minus(const algebra::Minus& minus, const Context& context, NodePtr left,
                const SlotSet& bound);
  /// Whether a variable is among some.
  using IsAmong = std::function<bool(Slot)>;
  /// Whether Join(seed, node) may be planned by handing the seed's rows to the node's parts;
  /// `outer` are the variables they bind.
  bool is_seedable(const algebra::Node& node, const ActiveGraph& graph, const IsAmong& outer);

  // planner_exists.cc
  NodePtr exists(const MarkRef& exists, const Context& context, NodePtr child,
                 std::optional<bool> keep);
  /// By handing the rows of `child` in: `seed` are those.
  NodePtr seeded_exists(const MarkRef& exists, const Context& context, const SeedInput& seed,
                        NodePtr child, std::optional<bool> keep);
  /// By looking the rows of `child` up in those of the pattern; null where handing them in costs
  /// less or means something else. Takes `child` only when there is a result.
  NodePtr hash_exists(const MarkRef& exists, const Context& context, const SlotSet& shared,
                      NodePtr& child, std::optional<bool> keep);
  /// As hash_exists(), of a pattern whose conditions read more of a row than the pattern binds:
  /// those are asked of each pair of rows, equalities of nodes are keys.
  NodePtr hash_exists_where(const MarkRef& exists, const Context& context, const SlotSet& mentioned,
                            NodePtr& child, std::optional<bool> keep);
  NodePtr substituted(const MarkRef& exists, const Context& context, NodePtr child,
                      std::optional<bool> keep);
  bool is_substitution_safe(const algebra::Node& pattern, const ActiveGraph& graph,
                            const SlotSet& outer, bool top);

  // planner_graphs.cc
  NodePtr graph(const algebra::Graph& graph, const Context& context);
  NodePtr each_graph(const algebra::Graph& graph, Slot name, const Context& context);
  /// The active graph of a GRAPH whose patterns can simply be read in it; none when it takes more.
  std::optional<ActiveGraph> simple_graph(const algebra::Graph& graph);
  ActiveGraph constant_graph(const Term& name);

  // Shared helpers.
  /// Charges a node that was made.
  void count(const Node& node);
  /// Charges conditions and values of a plan: they are copied, and compiled when it runs.
  void count(const ast::Expression& expression) { made_.add(2 * algebra::bytes(expression)); }
  /// What `node` binds under `graph`: the graph's variable comes with its patterns.
  algebra::Binds binds_in(const algebra::Node& node, const ActiveGraph& graph);
  /// binds_in() without the graph, looked up once for each node.
  const algebra::Binds& binds_of(const algebra::Node& node);
  /// Whether `child` under `graph` binds the variable in every solution.
  bool binds_certainly(const algebra::Node& child, const ActiveGraph& graph, Slot slot) const;
  SlotSet mentions(const algebra::Node& node) const {
    return algebra::mentions(node, variables_, work_);
  }
  /// Of `node` planned without a seed. Planned for it once only: a node is asked for at each level
  /// above it that weighs two ways, and making its plan each time would take exponential time.
  const Estimate& estimate(const algebra::Node& node, const Context& context);
  /// The plan of `node` without a seed: the one that was made for its estimate, when it fits.
  NodePtr estimated(const algebra::Node& node, const Context& context);
  SeedInput make_seed(const Node& outer, const SlotSet& wanted, double rows);
  NodePtr seed_node(const SeedInput& seed) const;
  NodePtr filtered(NodePtr child, std::vector<ast::Expression> conditions) const;
  NodePtr narrowed(NodePtr child, const SlotSet& required) const;
  bool prunes() const { return options_.passes.on(planner_switch::kProjectionPruning); }
  SlotSet reads(const std::vector<ast::Expression>& conditions) const;

  const storage::QuadSource& source_;
  TermTable& terms_;
  VariableTable& variables_;
  const PlanOptions& options_;
  Dataset dataset_;
  Limits& limits_;
  const algebra::Work work_;  ///< of the limits
  MemoryCharge made_;         ///< the nodes
  // Of one call of plan():
  MemoryCharge known_;  ///< both maps
  std::unordered_map<const algebra::Node*, algebra::Binds> binds_;
  struct Estimated {
    Estimate estimate;
    SlotSet required;  ///< of the plan that was made for it
    NodePtr plan;      ///< until somebody takes it
  };
  std::unordered_map<const algebra::Node*, Estimated> estimates_;
  std::uint32_t seeds_ = 0;
};

/// A node with the layout `slots`, its estimates still 0.
template <typename Op>
NodePtr make_node(Op op, Layout layout) {
  auto node = make_flat<Node>();
  node->op = std::move(op);
  node->layout = std::move(layout);
  return node;
}
/// A node with the rows of its child: its layout, order, certainty and estimates.
template <typename Op>
NodePtr over(Op op, NodePtr child) {
  NodePtr node = make_node(std::move(op), child->layout);
  node->certain = child->certain;
  node->order = child->order;
  node->rows = child->rows;
  node->cost = child->cost;
  node->children.push_back(std::move(child));
  return node;
}

/// `child` with the answer of an EXISTS whose pattern's rows are `inner`.
NodePtr hash_semi_join(SemiJoin op, const MarkRef& exists, NodePtr child, NodePtr inner,
                       std::optional<bool> keep);
/// The variables that both have, sorted into certain and uncertain ones.
SemiJoin semi_join(const Node& left, const Node& right);
/// Whether handing rows into a plan costs less than making all of its rows once and looking them
/// up. `rows` are those that are handed in; `whole` is the plan that starts from none.
bool is_cheaper_by_rows(double rows, const Estimate& whole);
/// Each different row once, or a few of those that differ in one variable only.
NodePtr distinct_rows(NodePtr rows, std::optional<Distinct::Few> few = {});
/// Rows of a plan that are read until `wanted` of them have passed what stands above, if not all.
double rows_read(const Node& node, double wanted);

inline SlotSet slots_of(const Layout& layout) { return {layout.begin(), layout.end()}; }
inline Layout layout_of(const SlotSet& slots) { return {slots.begin(), slots.end()}; }

}  // namespace dossier::plan
