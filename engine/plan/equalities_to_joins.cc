// SPDX-License-Identifier: Apache-2.0
// Equality to join: FILTER(?x = <iri>) and sameTerm(?x, term) over patterns put the term into the
// patterns, where the index finds it.
//
// Two places keep the variable. Inside EXISTS, one that the row outside may bind: the condition is
// about the row's value (SPARQL 1.1, section 18.6). At the end of a path that may have no step: a
// term there matches itself, a variable only the nodes of the graph (section 18.5).
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/path_length.h"
#include "engine/algebra/walk.h"
#include "engine/plan/passes.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

using algebra::add_all;
using algebra::SlotSet;

struct Equality {
  Slot variable;
  Term term;
};

/// Of a condition that holds exactly for one term. `=` compares values, which only for IRIs is the
/// same as comparing terms.
std::optional<Equality> equality(const ast::Expression& condition, const VariableTable& variables) {
  const std::vector<ast::Expression>* sides = nullptr;
  bool any_term = false;
  if (const auto* operation = std::get_if<ast::Operation>(&condition.node)) {
    if (operation->op == ast::Operator::equal) sides = &operation->operands;
  } else if (const auto* call = std::get_if<ast::BuiltinCall>(&condition.node)) {
    if (call->function == ast::Builtin::sameterm) sides = &call->arguments;
    any_term = true;
  }
  if (sides == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto* variable = std::get_if<ast::Variable>(&(*sides)[i].node);
    const auto* term = std::get_if<Term>(&(*sides)[1 - i].node);
    if (variable == nullptr || term == nullptr || !(any_term || term->is_iri())) continue;
    if (const std::optional<Slot> slot = variables.find(variable->name))
      return Equality{*slot, *term};
  }
  return std::nullopt;
}

/// Patterns and joins of patterns only: nothing in them reads or computes.
bool is_pattern(const algebra::Node& node) {
  if (const auto* join = std::get_if<algebra::Join>(&node.node))
    return with_stack([&] { return is_pattern(*join->left) && is_pattern(*join->right); });
  return std::holds_alternative<algebra::Bgp>(node.node) ||
         std::holds_alternative<algebra::PathPattern>(node.node);
}

/// Puts the term in wherever it may stand for the variable.
void put_in(algebra::Node& node, const Equality& equality) {
  const auto replace = [&equality](algebra::Item& item) {
    const auto* slot = std::get_if<Slot>(&item);
    if (slot != nullptr && *slot == equality.variable) item = equality.term;
  };
  std::visit(Overloaded{
                 [&](algebra::Bgp& bgp) {
                   for (algebra::TriplePattern& t : bgp.triples) {
                     replace(t.subject);
                     replace(t.predicate);
                     replace(t.object);
                   }
                   for (algebra::TripleTermPattern& t : bgp.triple_terms) {
                     replace(t.subject);
                     replace(t.predicate);
                     replace(t.object);
                   }
                 },
                 [&](algebra::PathPattern& path) {
                   if (algebra::may_have_no_step(path.path)) return;
                   replace(path.subject);
                   replace(path.object);
                 },
                 [](auto&) {},
             },
             node.node);
  algebra::each_child(node, [&](algebra::Node& child) { put_in(child, equality); });
}

/// Puts the term into the pattern, whose solutions keep the variable.
void join_with(algebra::Node& pattern, const Equality& equality) {
  put_in(pattern, equality);
  algebra::Node rest = std::move(pattern);
  if (algebra::binds(rest).possible.contains(equality.variable)) {
    algebra::Values row{{equality.variable}, {{equality.term}}};
    pattern = algebra::Node{algebra::Join{algebra::Node{std::move(row)}, std::move(rest)}};
  } else {
    pattern =
        algebra::Node{algebra::Extend{equality.variable, {equality.term, {}}, std::move(rest)}};
  }
}

/// What the rows around an EXISTS may bind. Looked up when an equality asks: most nest without one.
class Around {
 public:
  Around() = default;
  /// Rows of some nodes, inside of others.
  Around(Around& around, std::vector<const algebra::Node*> nodes, const algebra::Work& work)
      : around_(&around), nodes_(std::move(nodes)), work_(&work) {}

  void add(Slot slot) { slots_.insert(slot); }
  bool contains(Slot slot) {
    for (Around* at = this; at != nullptr; at = at->around_) {
      for (const algebra::Node* node : std::exchange(at->nodes_, {}))
        add_all(at->slots_, algebra::binds(*node, *at->work_).possible);
      if (at->slots_.contains(slot)) return true;
    }
    return false;
  }

 private:
  Around* around_ = nullptr;
  std::vector<const algebra::Node*> nodes_;  ///< not yet looked at
  const algebra::Work* work_ = nullptr;
  SlotSet slots_;
};

class EqualitiesToJoins {
 public:
  explicit EqualitiesToJoins(const PassContext& context) : context_(context) {}

  void visit(algebra::Node& node, Around& outside) {
    with_stack([&] { visit_parts(node, outside); });
    if (std::holds_alternative<algebra::Filter>(node.node)) rewrite(node, outside);
  }

 private:
  void visit_parts(algebra::Node& node, Around& outside) {
    std::visit(Overloaded{
                   [&](algebra::Exists&) { visit_exists(node, outside); },
                   [&](algebra::LeftJoin& n) {
                     visit(*n.left, outside);
                     visit(*n.right, outside);
                     Around both(outside, {&*n.left, &*n.right}, context_.work);
                     for (algebra::Mark& mark : n.marks) visit(*mark.pattern, both);
                   },
                   [&](auto&) {
                     algebra::each_child(node,
                                         [&](algebra::Node& child) { visit(child, outside); });
                   },
               },
               node.node);
  }

  /// A chain of EXISTS over one pattern, which binds for all of them.
  void visit_exists(algebra::Node& node, Around& outside) {
    std::vector<algebra::Exists*> chain;
    algebra::Node* base = &node;
    while (auto* exists = std::get_if<algebra::Exists>(&base->node)) {
      chain.push_back(exists);
      base = &*exists->child;
    }
    visit(*base, outside);
    Around around(outside, {base}, context_.work);
    for (auto exists = chain.rbegin(); exists != chain.rend(); ++exists) {
      visit(*(*exists)->pattern, around);
      around.add((*exists)->result);
    }
  }

  void rewrite(algebra::Node& node, Around& outside) const {
    auto& filter = std::get<algebra::Filter>(node.node);
    if (!is_pattern(*filter.child)) return;
    std::optional<Equality> found;
    const auto taken = std::find_if(
        filter.conditions.begin(), filter.conditions.end(), [&](const ast::Expression& condition) {
          found = equality(condition, context_.variables);
          return found && algebra::binds_certainly(*filter.child, found->variable, context_.work) &&
                 !outside.contains(found->variable);
        });
    if (taken == filter.conditions.end()) return;
    filter.conditions.erase(taken);
    join_with(*filter.child, *found);
    if (!filter.conditions.empty()) return;
    algebra::Node child = std::move(*filter.child);
    node = std::move(child);
  }

  const PassContext& context_;
};

}  // namespace

void equalities_to_joins(algebra::Node& root, const PassContext& context) {
  Around nothing;
  EqualitiesToJoins(context).visit(root, nothing);
}

}  // namespace dossier::plan
