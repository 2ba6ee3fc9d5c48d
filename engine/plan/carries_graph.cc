// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/carries_graph.h"

#include <algorithm>

#include "engine/algebra/overloaded.h"
#include "model/stack.h"

namespace dossier::plan {

namespace {

/// Made only of nodes that mean the same in each graph and in all at once.
bool is_local(const algebra::Node& node);

bool local(const algebra::Node& node) {
  return std::visit(
      Overloaded{
          [](const algebra::Unit&) { return true; },
          [](const algebra::Bgp&) { return true; },
          [](const algebra::TextMatch&) { return true; },
          [](const algebra::Values&) { return true; },
          [](const algebra::Join& n) { return is_local(*n.left) && is_local(*n.right); },
          [](const algebra::LeftJoin& n) {
            // A left row without a graph would find a partner in any graph.
            return n.marks.empty() && carries_graph(*n.left) && is_local(*n.right);
          },
          [](const algebra::Filter& n) { return is_local(*n.child); },
          [](const algebra::Extend& n) { return is_local(*n.child); },
          [](const algebra::Union& n) {
            return std::all_of(n.branches.begin(), n.branches.end(), is_local);
          },
          [](const auto&) { return false; },
      },
      node.node);
}

bool is_local(const algebra::Node& node) {
  return with_stack([&] { return local(node); });
}

bool quad_needed(const algebra::Node& node) {
  return std::visit(
      Overloaded{
          [](const algebra::Bgp& n) { return !n.triples.empty(); },
          [](const algebra::TextMatch&) { return true; },
          [](const algebra::Join& n) { return needs_quad(*n.left) || needs_quad(*n.right); },
          [](const algebra::LeftJoin& n) { return needs_quad(*n.left); },
          [](const algebra::Minus& n) { return needs_quad(*n.left); },
          [](const algebra::Filter& n) { return needs_quad(*n.child); },
          [](const algebra::Extend& n) { return needs_quad(*n.child); },
          [](const algebra::Union& n) {
            return std::all_of(n.branches.begin(), n.branches.end(), needs_quad);
          },
          [](const auto&) { return false; },
      },
      node.node);
}

}  // namespace

bool needs_quad(const algebra::Node& node) {
  return with_stack([&] { return quad_needed(node); });
}

bool carries_graph(const algebra::Node& node) { return is_local(node) && needs_quad(node); }

}  // namespace dossier::plan
