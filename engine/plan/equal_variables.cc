// SPDX-License-Identifier: Apache-2.0
// Equal variables: FILTER(?a = ?b) and sameTerm(?a, ?b) over patterns make one variable of the two,
// so that parts of a pattern that nothing else connects are joined instead of multiplied.
//
// `=` compares values. It is the same as sameTerm where one of the two is no literal, which is so
// for a subject or a predicate (RDF 1.1 Concepts, section 3.1). Inside EXISTS, variables that the
// row outside may bind stay; see equalities_to_joins.cc. So do the ends of paths, where a node and
// a term are not the same.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/algebra/overloaded.h"
#include "engine/plan/passes.h"
#include "engine/plan/pattern_filters.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

struct Pair {
  Slot kept;
  Slot gone;
  bool same_term = false;  ///< else their values are equal
};

std::optional<Pair> pair_of(const ast::Expression& condition, const VariableTable& variables) {
  const std::vector<ast::Expression>* sides = nullptr;
  Pair result{};
  if (const auto* operation = std::get_if<ast::Operation>(&condition.node)) {
    if (operation->op == ast::Operator::equal) sides = &operation->operands;
  } else if (const auto* call = std::get_if<ast::BuiltinCall>(&condition.node)) {
    if (call->function == ast::Builtin::sameterm) sides = &call->arguments;
    result.same_term = true;
  }
  if (sides == nullptr) return std::nullopt;
  const auto slot = [&](std::size_t side) {
    const auto* variable = std::get_if<ast::Variable>(&(*sides)[side].node);
    return variable != nullptr ? variables.find(variable->name) : std::nullopt;
  };
  if (!slot(0) || !slot(1) || *slot(0) == *slot(1)) return std::nullopt;
  result.kept = *slot(0);
  result.gone = *slot(1);
  return result;
}

bool is_slot(const algebra::Item& item, Slot slot) {
  return std::holds_alternative<Slot>(item) && std::get<Slot>(item) == slot;
}

/// Whether some pattern has the variable where no literal can stand.
bool is_resource(const algebra::Node& node, Slot slot) {
  if (const auto* join = std::get_if<algebra::Join>(&node.node))
    return with_stack(
        [&] { return is_resource(*join->left, slot) || is_resource(*join->right, slot); });
  const auto* bgp = std::get_if<algebra::Bgp>(&node.node);
  return bgp != nullptr &&
         std::any_of(bgp->triples.begin(), bgp->triples.end(), [&](const auto& t) {
           return is_slot(t.subject, slot) || is_slot(t.predicate, slot);
         });
}

/// Whether another variable can stand for this one wherever it does.
bool can_be_renamed(const algebra::Node& node, Slot slot) {
  return std::visit(
      Overloaded{
          [&](const algebra::Join& join) {
            return with_stack([&] {
              return can_be_renamed(*join.left, slot) && can_be_renamed(*join.right, slot);
            });
          },
          [&](const algebra::Bgp& bgp) {
            return std::none_of(bgp.triple_terms.begin(), bgp.triple_terms.end(),
                                [slot](const auto& triple) { return triple.term == slot; });
          },
          [&](const algebra::PathPattern& path) {
            return !is_slot(path.subject, slot) && !is_slot(path.object, slot);
          },
          [](const auto&) { return false; },
      },
      node.node);
}

void rename(algebra::Node& node, Slot from, Slot to) {
  if (auto* bgp = std::get_if<algebra::Bgp>(&node.node)) {
    const auto replace = [&](auto& triple) {
      for (algebra::Item* item : {&triple.subject, &triple.predicate, &triple.object})
        if (is_slot(*item, from)) *item = to;
    };
    std::for_each(bgp->triples.begin(), bgp->triples.end(), replace);
    std::for_each(bgp->triple_terms.begin(), bgp->triple_terms.end(), replace);
  }
  algebra::each_child(node, [&](algebra::Node& child) { rename(child, from, to); });
}

class EqualVariables {
 public:
  explicit EqualVariables(const PassContext& context) : context_(context) {}

  void rewrite(algebra::Node& node, Around& outside) const {
    algebra::Node* at = &node;
    while (at != nullptr) at = rewrite_one(*at, outside);
  }

 private:
  /// The filter that is left over the pattern; null when there is nothing more to do.
  algebra::Node* rewrite_one(algebra::Node& node, Around& outside) const {
    auto& filter = std::get<algebra::Filter>(node.node);
    context_.work(filter.conditions.size() * algebra::kNodeWork);
    for (std::size_t i = 0; i < filter.conditions.size(); ++i) {
      std::optional<Pair> pair = pair_of(filter.conditions[i], context_.variables);
      if (!pair || !is_one(*pair, *filter.child, outside)) continue;
      ast::Expression condition = std::move(filter.conditions[i]);
      filter.conditions.erase(filter.conditions.begin() + static_cast<std::ptrdiff_t>(i));
      if (choose(*pair, filter)) return make_one(node, *pair);
      filter.conditions.insert(filter.conditions.begin() + static_cast<std::ptrdiff_t>(i),
                               std::move(condition));
    }
    return nullptr;
  }

  bool is_one(const Pair& pair, const algebra::Node& pattern, Around& outside) const {
    const auto is_bound = [&](Slot slot) {
      return algebra::binds_certainly(pattern, slot, context_.work) && !outside.contains(slot);
    };
    return (pair.same_term || is_resource(pattern, pair.kept) || is_resource(pattern, pair.gone)) &&
           is_bound(pair.kept) && is_bound(pair.gone);
  }

  bool is_read(const algebra::Filter& filter, Slot slot) const {
    return std::any_of(filter.conditions.begin(), filter.conditions.end(), [&](const auto& each) {
      return algebra::reads(each, context_.variables).contains(slot);
    });
  }

  /// Which of the two goes: better one that no other condition reads, so that these can stay at
  /// the pattern.
  bool choose(Pair& pair, const algebra::Filter& filter) const {
    const bool first = can_be_renamed(*filter.child, pair.kept);
    const bool second = can_be_renamed(*filter.child, pair.gone);
    if (first && (!second || (is_read(filter, pair.gone) && !is_read(filter, pair.kept))))
      std::swap(pair.kept, pair.gone);
    return first || second;
  }

  algebra::Node* make_one(algebra::Node& node, const Pair& pair) const {
    algebra::Filter filter = std::move(std::get<algebra::Filter>(node.node));
    rename(*filter.child, pair.gone, pair.kept);
    algebra::Filter above;
    algebra::Filter below;
    for (ast::Expression& condition : filter.conditions) {
      const bool reads = algebra::reads(condition, context_.variables).contains(pair.gone);
      (reads ? above : below).conditions.push_back(std::move(condition));
    }
    const bool has_more = !below.conditions.empty();
    algebra::Node inner = std::move(*filter.child);
    if (has_more) {
      below.child = std::move(inner);
      inner = algebra::Node{std::move(below)};
    }
    ast::Expression value{ast::Variable{std::string(context_.variables.name(pair.kept))}, {}};
    algebra::Extend extend{pair.gone, std::move(value), std::move(inner)};
    algebra::Node* at = &node;
    if (!above.conditions.empty()) {
      *at = algebra::Node{algebra::Filter{std::move(above.conditions), algebra::Node{}}};
      at = &*std::get<algebra::Filter>(at->node).child;
    }
    *at = algebra::Node{std::move(extend)};
    return has_more ? &*std::get<algebra::Extend>(at->node).child : nullptr;
  }

  const PassContext& context_;
};

}  // namespace

void equal_variables(algebra::Node& root, const PassContext& context) {
  const EqualVariables pass(context);
  each_pattern_filter(root, context.work, [&pass](algebra::Node& node, Around& outside) {
    pass.rewrite(node, outside);
  });
}

}  // namespace dossier::plan
