// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/pattern_filters.h"

#include "engine/algebra/overloaded.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

bool is_pattern(const algebra::Node& node) {
  if (const auto* join = std::get_if<algebra::Join>(&node.node))
    return with_stack([&] { return is_pattern(*join->left) && is_pattern(*join->right); });
  return std::holds_alternative<algebra::Bgp>(node.node) ||
         std::holds_alternative<algebra::PathPattern>(node.node);
}

class Visitor {
 public:
  Visitor(const algebra::Work& work, const RewriteFilter& rewrite)
      : work_(work), rewrite_(rewrite) {}

  void visit(algebra::Node& node, Around& outside) {
    with_stack([&] { visit_parts(node, outside); });
    const auto* filter = std::get_if<algebra::Filter>(&node.node);
    if (filter != nullptr && is_pattern(*filter->child)) rewrite_(node, outside);
  }

 private:
  void visit_parts(algebra::Node& node, Around& outside) {
    std::visit(Overloaded{
                   [&](algebra::Exists&) { visit_exists(node, outside); },
                   [&](algebra::LeftJoin& n) {
                     visit(*n.left, outside);
                     visit(*n.right, outside);
                     Around both(outside, {&*n.left, &*n.right}, work_);
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
    Around around(outside, {base}, work_);
    for (auto exists = chain.rbegin(); exists != chain.rend(); ++exists) {
      visit(*(*exists)->pattern, around);
      around.add((*exists)->result);
    }
  }

  const algebra::Work& work_;
  const RewriteFilter& rewrite_;
};

}  // namespace

bool Around::contains(Slot slot) {
  for (Around* at = this; at != nullptr; at = at->around_) {
    for (const algebra::Node* node : std::exchange(at->nodes_, {}))
      algebra::add_all(at->slots_, algebra::binds(*node, *at->work_).possible);
    if (at->slots_.contains(slot)) return true;
  }
  return false;
}

void each_pattern_filter(algebra::Node& root, const algebra::Work& work,
                         const RewriteFilter& rewrite) {
  Around nothing;
  Visitor(work, rewrite).visit(root, nothing);
}

}  // namespace dossier::plan
