// SPDX-License-Identifier: Apache-2.0
#include "engine/query/query_plan.h"

#include <algorithm>

#include "engine/algebra/translate.h"
#include "engine/algebra/walk.h"
#include "engine/exec/build.h"
#include "engine/exec/query_state.h"
#include "engine/plan/carries_graph.h"
#include "engine/plan/early_distinct.h"
#include "engine/plan/parallel.h"
#include "engine/plan/passes.h"
#include "engine/plan/pattern_columns.h"
#include "engine/plan/placeholder.h"
#include "model/inline_term.h"
#include "model/stack.h"

namespace dossier {

namespace {

/// The plan with exactly `columns`, in order.
plan::NodePtr shaped(plan::NodePtr plan, const std::vector<Slot>& columns) {
  const Layout layout(columns.begin(), columns.end());
  if (plan->layout == layout) return plan;
  plan::NodePtr result = plan::over(plan::Project{}, std::move(plan));
  result->layout = layout;
  return result;
}

/// Whether an expression asks for the time, which folding would put into the plan.
bool reads_clock(const algebra::Node& root) {
  bool found = false;
  algebra::each_own_expression(const_cast<algebra::Node&>(root), [&](ast::Expression& own) {
    algebra::each_expression(own, [&](const ast::Expression& part) {
      const auto* call = std::get_if<ast::BuiltinCall>(&part.node);
      found = found || (call != nullptr && call->function == ast::Builtin::now);
    });
  });
  algebra::each_child(root,
                      [&](const algebra::Node& child) { found = found || reads_clock(child); });
  return found;
}

/// GRAPH <name> around a pattern without triples asks, while planning, whether the graph exists.
bool asks_for_graphs(const algebra::Node& root) {
  const auto* graph = std::get_if<algebra::Graph>(&root.node);
  bool found = graph != nullptr && std::holds_alternative<Term>(graph->name) &&
               !plan::needs_quad(*graph->child);
  algebra::each_child(root,
                      [&](const algebra::Node& child) { found = found || asks_for_graphs(child); });
  return found;
}

/// Counts quads for a request whose placeholders have these values.
std::uint64_t count(const storage::QuadSource& source, storage::ScanRequest request,
                    const std::vector<TermId>& values) {
  return plan::PlaceholderSource(source, values).estimate(request);
}

const plan::QuadPattern* pattern_of(const plan::Node& node, storage::Permutation& permutation) {
  if (const auto* scan = std::get_if<plan::Scan>(&node.op)) {
    permutation = scan->permutation;
    return &scan->pattern;
  }
  const auto* join = std::get_if<plan::IndexJoin>(&node.op);
  if (join == nullptr) return nullptr;
  permutation = join->permutation;
  return &join->pattern;
}

/// Adds the patterns below `node` that hold placeholders; returns how many patterns there are.
std::size_t add_counts(const plan::Node& node, std::vector<PlannedCount>& counts) {
  std::size_t patterns = 0;
  for (const plan::NodePtr& child : node.children)
    patterns += with_stack([&] { return add_counts(*child, counts); });
  storage::Permutation permutation{};
  const plan::QuadPattern* pattern = pattern_of(node, permutation);
  if (pattern == nullptr) return patterns;
  const storage::ScanRequest request = PatternColumns(*pattern, permutation).request;
  if (std::any_of(request.prefix.begin(), request.prefix.begin() + request.prefix_length,
                  plan::is_placeholder))
    counts.push_back({request, 0});
  return patterns + 1;
}

std::vector<TermId> ids_of(const storage::QuadSource& source, const std::vector<Term>& terms) {
  std::vector<TermId> ids;
  for (const Term& term : terms) {
    const std::optional<TermId> id = inline_id(term);
    ids.push_back(id ? *id : source.find(term));
  }
  return ids;
}

/// Whether a plan made for `planned` quads should be made again for `found`.
bool differs(std::uint64_t planned, std::uint64_t found, double factor) {
  constexpr double kFew = 1000;  // too few to matter
  const double low = static_cast<double>(std::min(planned, found)) + kFew;
  const double high = static_cast<double>(std::max(planned, found)) + kFew;
  return high > factor * low;
}

constexpr double kStoreFactor = 1.5;
constexpr double kPatternFactor = 8;

}  // namespace

std::shared_ptr<const QueryPlan> make_plan(const storage::QuadSource& source,
                                           const PlanInput& input, algebra::Node root,
                                           VariableTable variables,
                                           const std::vector<Slot>& columns,
                                           const std::shared_ptr<Limits>& limits) {
  auto result = std::make_shared<QueryPlan>();
  const std::vector<TermId> values = ids_of(source, input.placeholders);
  const plan::PlaceholderSource planned(source, values);
  QueryState state(planned, input.options, input.base, limits, input.custom);
  MemoryCharge held(state.memory());
  held.add(input.tree_bytes + algebra::bytes(root) + variables.size() * algebra::kVariableBytes);
  result->options = input.plan_options;
  result->variables = std::move(variables);
  result->reusable = !reads_clock(root);
  plan::Planner planner(planned, state.terms(), result->variables, result->options, *limits);
  plan::rewrite(root, result->variables, state.expressions(), result->options.passes);
  if (asks_for_graphs(root)) result->reusable = false;
  const algebra::SlotSet required(columns.begin(), columns.end());
  result->root = shaped(planner.plan(root, required, input.wanted), columns);
  if (result->options.passes.on(plan::planner_switch::kParts))
    plan::make_parallel(*result->root, result->variables, result->options.passes);
  plan::thin_equal_rows(*result->root, result->variables, planned);
  result->dataset = planner.dataset();
  result->bytes = planner.bytes();
  result->plans_while_running = dossier::plans_while_running(*result->root);
  result->absent_ids = state.terms().locals();
  for (const TermId id : result->absent_ids) {
    result->absent.push_back(state.terms().term(id));
    // Whether a triple term is there depends on more than its own text.
    if (id.is_triple()) result->reusable = false;
  }
  result->quads = source.estimate({});
  if (add_counts(*result->root, result->counts) < 2) result->counts.clear();
  for (PlannedCount& one : result->counts) one.quads = count(source, one.request, values);
  return result;
}

bool still_fits(const QueryPlan& plan, const storage::QuadSource& source,
                const std::vector<Term>& placeholders) {
  if (!plan.reusable || differs(plan.quads, source.estimate({}), kStoreFactor)) return false;
  if (!plan.absent.empty()) {
    for (const TermId id : ids_of(source, plan.absent)) {
      if (id) return false;
    }
  }
  if (plan.counts.empty()) return true;
  const std::vector<TermId> values = ids_of(source, placeholders);
  return std::none_of(plan.counts.begin(), plan.counts.end(), [&](const PlannedCount& one) {
    return differs(one.quads, count(source, one.request, values), kPatternFactor);
  });
}

}  // namespace dossier
