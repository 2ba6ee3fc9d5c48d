// SPDX-License-Identifier: Apache-2.0
// EXISTS (SPARQL 1.1, section 18.6): the pattern with the row's values put in. Where joining the
// pattern with the rows means the same, it is a semi join; else the definition is followed.
#include <algorithm>
#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/path_length.h"
#include "engine/plan/planner.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

constexpr double kHashedRow = 4;  ///< to keep a row for look-ups, against touching it in a scan

bool is_one_triple(const algebra::Node& pattern) {
  const auto* bgp = std::get_if<algebra::Bgp>(&pattern.node);
  return bgp != nullptr && bgp->triples.size() == 1 && bgp->triple_terms.empty();
}

/// Adds the answer's column, or counts with half of the rows having the answer.
NodePtr with_answer(NodePtr node, Slot result, std::optional<bool> keep) {
  if (keep) {
    node->rows /= 2;
    return node;
  }
  node->layout.push_back(result);
  node->certain.insert(result);
  return node;
}

}  // namespace

NodePtr hash_semi_join(SemiJoin op, const MarkRef& exists, NodePtr child, NodePtr inner,
                       std::optional<bool> keep) {
  op.result = exists.result;
  op.keep = keep;
  const double cost = inner->cost + kHashedRow * inner->rows + child->rows;
  NodePtr result = with_answer(over(std::move(op), std::move(child)), exists.result, keep);
  result->cost += cost;
  result->children.push_back(std::move(inner));
  return result;
}

NodePtr Planner::exists(const MarkRef& exists, const Context& context, NodePtr child,
                        std::optional<bool> keep) {
  SlotSet wanted = mentions(*exists.pattern);
  if (context.graph.variable) wanted.insert(*context.graph.variable);
  const SeedInput seed = make_seed(*child, wanted, std::min(child->rows, 65536.0));
  if (!is_substitution_safe(*exists.pattern, context.graph, seed.possible, true))
    return substituted(exists, context, std::move(child), keep);
  if (NodePtr hashed = hash_exists(exists, context, seed.possible, child, keep)) return hashed;
  if (NodePtr hashed = hash_exists_where(exists, context, seed.possible, child, keep))
    return hashed;
  return seeded_exists(exists, context, seed, std::move(child), keep);
}

NodePtr Planner::seeded_exists(const MarkRef& exists, const Context& context, const SeedInput& seed,
                               NodePtr child, std::optional<bool> keep) {
  Exists op{seed.number,   seed.row,
            exists.result, !seed.possible.empty(),
            keep,          {seed.possible.begin(), seed.possible.end()}};
  NodePtr inner;
  if (op.correlated) {
    Context below{context.graph, {seed.row}, &seed};
    if (const auto* inner_filter = std::get_if<algebra::Filter>(&exists.pattern->node))
      inner = filter(*inner_filter, below);
    else
      inner = filter({}, {}, *exists.pattern, below);
  } else {
    inner = node(*exists.pattern, {context.graph, {}, nullptr});
  }
  const double cost = inner->cost;
  NodePtr result = over(std::move(op), std::move(child));
  result->cost += cost + result->rows;
  result = with_answer(std::move(result), exists.result, keep);
  result->children.push_back(std::move(inner));
  return result;
}

NodePtr Planner::hash_exists(const MarkRef& exists, const Context& context, const SlotSet& shared,
                             NodePtr& child, std::optional<bool> keep) {
  // Its conditions must not see more of a row than the pattern itself binds.
  if (shared.empty() || !is_substitution_safe(*exists.pattern, context.graph, shared, false))
    return nullptr;
  const algebra::Binds inside = binds_in(*exists.pattern, context.graph);
  // Without a key every row might be compared with all others.
  if (set_intersection(child->certain, set_intersection(inside.certain, shared)).empty())
    return nullptr;
  const Context whole{context.graph, shared};
  double rows = rows_read(*child, context.wanted);
  // Looked up in one index, one behind the other, they cost little more than a scan.
  constexpr double kInOrder = 1.0 / 16;
  const bool in_order = !child->order.empty() && shared.contains(child->order.front());
  if (in_order && is_one_triple(*exists.pattern)) rows *= kInOrder;
  if (options_.passes.on(planner_switch::kBindJoin) &&
      is_cheaper_by_rows(rows, estimate(*exists.pattern, whole)))
    return nullptr;
  NodePtr inner = distinct_rows(narrowed(estimated(*exists.pattern, whole), shared));
  SemiJoin op = semi_join(*child, *inner);
  return hash_semi_join(std::move(op), exists, std::move(child), std::move(inner), keep);
}

NodePtr Planner::substituted(const MarkRef& exists, const Context& context, NodePtr child,
                             std::optional<bool> keep) {
  const SlotSet wanted = mentions(*exists.pattern);
  const SlotSet used = set_intersection(slots_of(child->layout), wanted);
  Substitute op;
  op.pattern = std::make_shared<const algebra::Node>(*exists.pattern);
  op.graph = context.graph;
  op.result = exists.result;
  op.variables.assign(used.begin(), used.end());
  NodePtr result = over(std::move(op), std::move(child));
  result->layout.push_back(exists.result);
  result->certain.insert(exists.result);
  result->cost += 1000 * result->rows;
  if (!keep) return result;
  ast::Expression answer{ast::Variable{variables_.name(exists.result)}, {}};
  if (!*keep) answer = {ast::Operation{ast::Operator::logical_not, {answer}}, {}};
  return filtered(std::move(result), {std::move(answer)});
}

bool Planner::is_substitution_safe(const algebra::Node& pattern, const ActiveGraph& graph,
                                   const SlotSet& outer, bool top) {
  limits_.work(algebra::kNodeWork);
  const auto inner = [&](const algebra::Node& child) {
    return with_stack([&] { return is_substitution_safe(child, graph, outer, false); });
  };
  // Values put in must not change what the node does with its child's solutions.
  const auto unaffected = [&](const SlotSet& own, const algebra::Node& child) {
    return std::all_of(own.begin(), own.end(), [&](Slot slot) {
      return !outer.contains(slot) || binds_certainly(child, graph, slot);
    });
  };
  return std::visit(
      Overloaded{
          [](const algebra::Unit&) { return true; },
          [](const algebra::Empty&) { return true; },
          [](const algebra::Bgp&) { return true; },
          [](const algebra::TextMatch&) { return true; },
          [&](const algebra::PathPattern& n) {
            // A term put in may be where a path of no length begins; a variable's value only when
            // it is a node of the graph.
            return !algebra::may_have_no_step(n.path) ||
                   set_intersection(algebra::binds({n}).possible, outer).empty();
          },
          [](const algebra::Values&) { return true; },
          [&](const algebra::Join& n) { return inner(*n.left) && inner(*n.right); },
          [&](const algebra::Filter& n) {
            // The conditions at the top see the seed's rows.
            return with_stack([&] { return is_substitution_safe(*n.child, graph, outer, top); }) &&
                   (top || unaffected(reads(n.conditions), *n.child));
          },
          [&](const algebra::Exists& n) {
            return inner(*n.child) && (top || unaffected(mentions(*n.pattern), *n.child));
          },
          [&](const algebra::Union& n) {
            return std::all_of(n.branches.begin(), n.branches.end(), inner);
          },
          [&](const algebra::LeftJoin& n) {
            SlotSet right = set_union(mentions(*n.right), reads(n.conditions));
            for (const algebra::Mark& mark : n.marks)
              right = set_union(right, mentions(*mark.pattern));
            return unaffected(right, *n.left) && inner(*n.left);
          },
          [&](const algebra::Minus& n) {
            return unaffected(mentions(*n.right), *n.left) && inner(*n.left);
          },
          [&](const algebra::Extend& n) {
            return !outer.contains(n.variable) && inner(*n.child) &&
                   unaffected(algebra::reads(n.expression, variables_), *n.child);
          },
          [&](const algebra::Graph& n) { return inner(*n.child); },
          [&](const auto&) { return set_intersection(mentions(pattern), outer).empty(); },
      },
      pattern.node);
}

}  // namespace dossier::plan
