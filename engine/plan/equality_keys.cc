// SPDX-License-Identifier: Apache-2.0
// Equality keys: FILTER(?x = ?y) and FILTER(STR(?a) = STR(?b)) over two parts of a pattern that
// share no variable. Each part computes a key of its side (functions/equality_key.h), by which the
// two are joined instead of multiplied; the condition stays above and decides.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/functions/equality_key.h"
#include "engine/plan/parallel_parts.h"
#include "engine/plan/passes.h"
#include "engine/plan/pattern_filters.h"

namespace dossier::plan {

namespace {

using algebra::SlotSet;

/// A connected part of a pattern, and what is put above it.
struct Part {
  algebra::Bgp bgp;
  std::vector<algebra::PathPattern> paths;
  std::vector<ast::Expression> conditions;
  std::vector<std::pair<Slot, ast::Expression>> keys;
};

/// Which variables patterns connect: a forest of disjoint sets.
class Connections {
 public:
  void connect(const SlotSet& slots) {
    for (const Slot slot : slots) {
      parents_.try_emplace(slot, slot);
      parents_[root(slot)] = root(*slots.begin());
    }
  }
  Slot root(Slot slot) {
    while (parents_[slot] != slot) slot = parents_[slot] = parents_[parents_[slot]];
    return slot;
  }
  /// The part that has all of them; none when no part has or there are none.
  std::optional<Slot> part_of(const SlotSet& slots) {
    std::optional<Slot> part;
    for (const Slot slot : slots) {
      if (!parents_.contains(slot) || (part && *part != root(slot))) return std::nullopt;
      part = root(slot);
    }
    return part;
  }

 private:
  std::unordered_map<Slot, Slot> parents_;
};

/// An equality between two parts.
struct Link {
  const ast::Operation* equality;
  Slot left;
  Slot right;
};

SlotSet slots_of(std::initializer_list<const algebra::Item*> items) {
  SlotSet slots;
  for (const algebra::Item* item : items)
    if (const auto* slot = std::get_if<Slot>(item)) slots.insert(*slot);
  return slots;
}
SlotSet slots_of(const algebra::TriplePattern& t) {
  return slots_of({&t.subject, &t.predicate, &t.object});
}
SlotSet slots_of(const algebra::PathPattern& p) { return slots_of({&p.subject, &p.object}); }

/// The leaves of joined patterns.
std::vector<algebra::Node*> leaves_of(algebra::Node& pattern) {
  std::vector<algebra::Node*> leaves;
  std::vector<algebra::Node*> open{&pattern};
  while (!open.empty()) {
    algebra::Node* node = open.back();
    open.pop_back();
    if (auto* join = std::get_if<algebra::Join>(&node->node)) {
      open.push_back(&*join->right);
      open.push_back(&*join->left);
    } else {
      leaves.push_back(node);
    }
  }
  return leaves;
}

class EqualityKeys {
 public:
  EqualityKeys(const PassContext& context, algebra::Filter& filter, Around& outside)
      : context_(context), filter_(filter), outside_(outside) {}

  void rewrite() {
    if (std::none_of(filter_.conditions.begin(), filter_.conditions.end(), is_equality)) return;
    leaves_ = leaves_of(*filter_.child);
    context_.work((leaves_.size() + filter_.conditions.size()) * algebra::kNodeWork);
    if (!connect()) return;
    find_links();
    if (links_.empty()) return;
    divide();
    move_conditions();
    for (const Link& link : links_) add_keys(link);
    put_together();
  }

 private:
  static bool is_equality(const ast::Expression& condition) {
    const auto* operation = std::get_if<ast::Operation>(&condition.node);
    return operation != nullptr && operation->op == ast::Operator::equal && is_free(condition);
  }

  /// False for patterns with triple terms, whose parts only the planner connects.
  bool connect() {
    for (const algebra::Node* leaf : leaves_) {
      if (const auto* path = std::get_if<algebra::PathPattern>(&leaf->node)) {
        connections_.connect(slots_of(*path));
        continue;
      }
      const auto& bgp = std::get<algebra::Bgp>(leaf->node);
      if (!bgp.triple_terms.empty()) return false;
      for (const algebra::TriplePattern& triple : bgp.triples)
        connections_.connect(slots_of(triple));
    }
    return true;
  }

  /// The part whose rows have all that an expression reads.
  std::optional<Slot> part_of(const ast::Expression& expression) {
    const SlotSet reads = algebra::reads(expression, context_.variables);
    const auto is_outer = [this](Slot slot) { return outside_.contains(slot); };
    if (std::any_of(reads.begin(), reads.end(), is_outer)) return std::nullopt;
    return connections_.part_of(reads);
  }

  void find_links() {
    for (const ast::Expression& condition : filter_.conditions) {
      if (!is_equality(condition)) continue;
      const auto& equality = std::get<ast::Operation>(condition.node);
      const std::optional<Slot> left = part_of(equality.operands[0]);
      const std::optional<Slot> right = part_of(equality.operands[1]);
      if (left && right && *left != *right) links_.push_back({&equality, *left, *right});
    }
  }

  bool is_linked(Slot part) const {
    return std::any_of(links_.begin(), links_.end(), [part](const Link& link) {
      return link.left == part || link.right == part;
    });
  }

  /// Triples without variables, and parts without a link, make up the rest.
  Part& part_with(const SlotSet& slots) {
    if (slots.empty()) return rest_;
    const Slot root = connections_.root(*slots.begin());
    return is_linked(root) ? parts_[root] : rest_;
  }

  void divide() {
    for (algebra::Node* leaf : leaves_) {
      if (auto* path = std::get_if<algebra::PathPattern>(&leaf->node)) {
        part_with(slots_of(*path)).paths.push_back(std::move(*path));
        continue;
      }
      for (algebra::TriplePattern& triple : std::get<algebra::Bgp>(leaf->node).triples)
        part_with(slots_of(triple)).bgp.triples.push_back(std::move(triple));
    }
  }

  /// Conditions on one part go there: above the keys they would not confine its patterns.
  void move_conditions() {
    std::vector<ast::Expression> kept;
    for (ast::Expression& condition : filter_.conditions) {
      const std::optional<Slot> part = part_of(condition);
      if (part && parts_.contains(*part))
        parts_[*part].conditions.push_back(std::move(condition));
      else
        kept.push_back(std::move(condition));
    }
    links_.clear();
    filter_.conditions = std::move(kept);
    find_links();  // where they are now
  }

  void add_keys(const Link& link) {
    const Slot slot = context_.variables.fresh("key");
    const auto add = [&](Slot part, std::size_t side) {
      ast::FunctionCall call;
      call.function = Term::iri(std::string(functions::kEqualityKey));
      call.arguments.push_back(link.equality->operands[side]);
      call.arguments.push_back({Term::integer(static_cast<std::int64_t>(side)), {}});
      parts_[part].keys.emplace_back(slot, ast::Expression{std::move(call), {}});
    };
    add(link.left, 0);
    add(link.right, 1);
  }

  static algebra::Node node_of(Part&& part) {
    algebra::Node node{std::move(part.bgp)};
    for (algebra::PathPattern& path : part.paths)
      node = algebra::Node{algebra::Join{std::move(node), algebra::Node{std::move(path)}}};
    if (!part.conditions.empty())
      node = algebra::Node{algebra::Filter{std::move(part.conditions), std::move(node)}};
    for (auto& [slot, value] : part.keys)
      node = algebra::Node{algebra::Extend{slot, std::move(value), std::move(node)}};
    return node;
  }

  void put_together() {
    algebra::Node whole = node_of(std::move(rest_));
    for (auto& [slot, part] : parts_)
      whole = algebra::Node{algebra::Join{std::move(whole), node_of(std::move(part))}};
    filter_.child = std::move(whole);
  }

  const PassContext& context_;
  algebra::Filter& filter_;
  Around& outside_;
  std::vector<algebra::Node*> leaves_;
  Connections connections_;
  std::vector<Link> links_;
  std::map<Slot, Part> parts_;  ///< those with links, by their root
  Part rest_;
};

}  // namespace

void equality_keys(algebra::Node& root, const PassContext& context) {
  each_pattern_filter(root, context.work, [&context](algebra::Node& node, Around& outside) {
    EqualityKeys(context, std::get<algebra::Filter>(node.node), outside).rewrite();
  });
}

}  // namespace dossier::plan
