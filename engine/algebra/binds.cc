// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/walk.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/algebra/overloaded.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

void add(SlotSet& set, const Item& item) {
  if (const auto* slot = std::get_if<Slot>(&item)) set.insert(*slot);
}

void add(std::vector<Slot>& slots, const Item& item) {
  if (const auto* slot = std::get_if<Slot>(&item)) slots.push_back(*slot);
}

Binds of_items(std::initializer_list<Item> items) {
  Binds result;
  for (const Item& item : items) add(result.certain, item);
  result.possible = result.certain;
  return result;
}

Binds of_bgp(const Bgp& bgp) {
  std::vector<Slot> slots;
  const auto parts = [&slots](const auto& pattern) {
    add(slots, pattern.subject);
    add(slots, pattern.predicate);
    add(slots, pattern.object);
  };
  for (const TriplePattern& t : bgp.triples) parts(t);
  for (const TripleTermPattern& t : bgp.triple_terms) {
    slots.push_back(t.term);
    parts(t);
  }
  const SlotSet all(slots.begin(), slots.end());
  return {all, all};
}

Binds of_union(const Union& node, const Work& work) {
  Binds result;
  bool first = true;
  for (const Node& branch : node.branches) {
    Binds one = with_stack([&] { return binds(branch, work); });
    add_all(result.possible, one.possible);
    result.certain = first ? std::move(one.certain) : set_intersection(result.certain, one.certain);
    first = false;
  }
  return result;
}

Binds of_values(const Values& values) {
  Binds result;
  for (std::size_t i = 0; i < values.variables.size(); ++i) {
    result.possible.insert(values.variables[i]);
    const bool always = std::all_of(values.rows.begin(), values.rows.end(),
                                    [i](const auto& row) { return row[i].has_value(); });
    if (always) result.certain.insert(values.variables[i]);
  }
  return result;
}

Binds of_service(const Service& service) {
  Binds result;
  result.possible.insert(service.variables.begin(), service.variables.end());
  add(result.certain, service.name);
  add(result.possible, service.name);
  return result;
}

void keep_projected(const Project& project, Binds& binds) {
  const SlotSet kept(project.variables.begin(), project.variables.end());
  binds = {set_intersection(binds.certain, kept), set_intersection(binds.possible, kept)};
}

void keep_groups(const Group& group, Binds& binds) {
  const Binds inner = std::exchange(binds, {});
  for (Slot key : group.keys) {
    if (inner.certain.contains(key)) binds.certain.insert(key);
    binds.possible.insert(key);
  }
  for (const Aggregation& aggregation : group.aggregations) {
    binds.possible.insert(aggregation.result);
    if (aggregation.aggregate.function == ast::AggregateFunction::count)
      binds.certain.insert(aggregation.result);
  }
}

Binds of_leaf(const Node& node, const Work& work) {
  return std::visit(Overloaded{
                        [](const Service& n) { return of_service(n); },
                        [](const Bgp& n) { return of_bgp(n); },
                        [](const PathPattern& n) {
                          return of_items({n.subject, n.object});
                        },
                        [](const TextMatch& n) {
                          if (!n.score) return of_items({n.subject});
                          return of_items({n.subject, *n.score});
                        },
                        [&work](const Union& n) { return of_union(n, work); },
                        [](const Values& n) { return of_values(n); },
                        [](const auto&) { return Binds{}; },
                    },
                    node.node);
}

/// Makes what the base binds into what the node binds.
void add_own(const Node& node, const Work& work, Binds& result) {
  const auto binds_of = [&work](const Node& other) {
    return with_stack([&] { return binds(other, work); });
  };
  std::visit(Overloaded{
                 [&](const Join& n) {
                   const Binds right = binds_of(*n.right);
                   add_all(result.certain, right.certain);
                   add_all(result.possible, right.possible);
                 },
                 [&](const LeftJoin& n) { add_all(result.possible, binds_of(*n.right).possible); },
                 [&](const Graph& n) {
                   add(result.certain, n.name);
                   add(result.possible, n.name);
                 },
                 [&](const Extend& n) {
                   result.possible.insert(n.variable);
                   if (std::holds_alternative<Term>(n.expression.node))
                     result.certain.insert(n.variable);
                 },
                 [&](const Exists& n) {
                   result.certain.insert(n.result);
                   result.possible.insert(n.result);
                 },
                 [&](const Group& n) { keep_groups(n, result); },
                 [&](const Project& n) { keep_projected(n, result); },
                 [](const auto&) {},
             },
             node.node);
}

}  // namespace

Binds binds(const Node& node, const Work& work) {
  std::vector<const Node*> above;
  const Node* at = &node;
  for (const Node* base = base_of(*at); base != nullptr; base = base_of(*at)) {
    above.push_back(at);
    at = base;
  }
  Binds result = of_leaf(*at, work);
  if (work) work(kNodeWork * (above.size() + 1) + result.possible.size());
  for (auto it = above.rbegin(); it != above.rend(); ++it) add_own(**it, work, result);
  return result;
}

std::vector<Slot> visible_variables(const Node& node, const VariableTable& variables,
                                    const Work& work) {
  // Slots are given out in the order names are met.
  std::vector<Slot> result;
  for (Slot slot : binds(node, work).possible) {
    if (!is_hidden_variable(variables.name(slot))) result.push_back(slot);
  }
  return result;
}

namespace {

/// The variables a node itself names, without its parts; a projection's are those of its child.
void add_named(const Node& node, std::vector<Slot>& slots) {
  const auto all = [&slots](const std::vector<Slot>& more) {
    slots.insert(slots.end(), more.begin(), more.end());
  };
  std::visit(Overloaded{
                 [&](const Graph& n) { add(slots, n.name); },
                 [&](const Extend& n) { slots.push_back(n.variable); },
                 [&](const Exists& n) { slots.push_back(n.result); },
                 [&](const Group& n) {
                   all(n.keys);
                   for (const Aggregation& a : n.aggregations) slots.push_back(a.result);
                 },
                 [](const Union&) {},
                 [&](const Service& n) {
                   add(slots, n.name);
                   all(n.mentioned);
                 },
                 [&](const auto&) {
                   if (base_of(node) != nullptr) return;
                   const SlotSet own = of_leaf(node, {}).possible;
                   slots.insert(slots.end(), own.begin(), own.end());
                 },
             },
             node.node);
}

void add_reads(const ast::Expression& expression, const VariableTable& variables,
               std::vector<Slot>& slots) {
  each_expression(expression, [&](const ast::Expression& part) {
    if (const auto* variable = std::get_if<ast::Variable>(&part.node)) {
      if (std::optional<Slot> slot = variables.find(variable->name)) slots.push_back(*slot);
    }
  });
}

void add_mentions(const Node& node, const VariableTable& variables, const Work& work,
                  std::vector<Slot>& slots) {
  if (work) work(kNodeWork);
  add_named(node, slots);
  each_own_expression(const_cast<Node&>(node), [&](ast::Expression& expression) {
    add_reads(expression, variables, slots);
  });
  each_child(node, [&](const Node& child) { add_mentions(child, variables, work, slots); });
}

}  // namespace

SlotSet reads(const ast::Expression& expression, const VariableTable& variables) {
  std::vector<Slot> slots;
  add_reads(expression, variables, slots);
  return {slots.begin(), slots.end()};
}

SlotSet mentions(const Node& node, const VariableTable& variables, const Work& work) {
  std::vector<Slot> slots;
  add_mentions(node, variables, work, slots);
  return {slots.begin(), slots.end()};
}

}  // namespace dossier::algebra
