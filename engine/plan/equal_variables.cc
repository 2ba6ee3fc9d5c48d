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
#include "engine/plan/equal_pair.h"
#include "engine/plan/passes.h"
#include "engine/plan/pattern_filters.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

bool is_slot(const algebra::Item& item, Slot slot) {
  return std::holds_alternative<Slot>(item) && std::get<Slot>(item) == slot;
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
      std::optional<EqualPair> pair = equal_pair(filter.conditions[i], context_.variables);
      if (!pair || !is_one(*pair, *filter.child, outside)) continue;
      ast::Expression condition = std::move(filter.conditions[i]);
      filter.conditions.erase(filter.conditions.begin() + static_cast<std::ptrdiff_t>(i));
      if (choose(*pair, filter)) return make_one(node, *pair);
      filter.conditions.insert(filter.conditions.begin() + static_cast<std::ptrdiff_t>(i),
                               std::move(condition));
    }
    return nullptr;
  }

  bool is_one(const EqualPair& pair, const algebra::Node& pattern, Around& outside) const {
    const auto is_bound = [&](Slot slot) {
      return algebra::binds_certainly(pattern, slot, context_.work) && !outside.contains(slot);
    };
    return (pair.same_term || is_resource(pattern, pair.left) ||
            is_resource(pattern, pair.right)) &&
           is_bound(pair.left) && is_bound(pair.right);
  }

  bool is_read(const algebra::Filter& filter, Slot slot) const {
    return std::any_of(filter.conditions.begin(), filter.conditions.end(), [&](const auto& each) {
      return algebra::reads(each, context_.variables).contains(slot);
    });
  }

  /// Which of the two goes: better one that no other condition reads, so that these can stay at
  /// the pattern.
  bool choose(EqualPair& pair, const algebra::Filter& filter) const {
    const bool first = can_be_renamed(*filter.child, pair.left);
    const bool second = can_be_renamed(*filter.child, pair.right);
    if (first && (!second || (is_read(filter, pair.right) && !is_read(filter, pair.left))))
      std::swap(pair.left, pair.right);
    return first || second;
  }

  algebra::Node* make_one(algebra::Node& node, const EqualPair& pair) const {
    algebra::Filter filter = std::move(std::get<algebra::Filter>(node.node));
    rename(*filter.child, pair.right, pair.left);
    algebra::Filter above;
    algebra::Filter below;
    for (ast::Expression& condition : filter.conditions) {
      const bool reads = algebra::reads(condition, context_.variables).contains(pair.right);
      (reads ? above : below).conditions.push_back(std::move(condition));
    }
    const bool has_more = !below.conditions.empty();
    algebra::Node inner = std::move(*filter.child);
    if (has_more) {
      below.child = std::move(inner);
      inner = algebra::Node{std::move(below)};
    }
    ast::Expression value{ast::Variable{std::string(context_.variables.name(pair.left))}, {}};
    algebra::Extend extend{pair.right, std::move(value), std::move(inner)};
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
