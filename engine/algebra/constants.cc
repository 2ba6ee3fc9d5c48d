// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/constants.h"

#include <type_traits>

#include "engine/algebra/walk.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

class Walk {
 public:
  explicit Walk(const std::function<void(const Term&, ConstantPlace)>& visit) : visit_(visit) {}

  void node(const Node& node) {
    std::visit([this](const auto& n) { own(n); }, node.node);
    each_own_expression(const_cast<Node&>(node), [this](ast::Expression& expression) {
      each_expression(expression, [this](const ast::Expression& part) {
        if (const auto* term = std::get_if<Term>(&part.node)) visit_(*term, ConstantPlace::value);
      });
    });
    each_child(node, [this](const Node& child) { this->node(child); });
  }

 private:
  void own(const Bgp& bgp) {
    for (const TriplePattern& t : bgp.triples) {
      item(t.subject, ConstantPlace::subject);
      item(t.predicate, ConstantPlace::predicate);
      item(t.object, ConstantPlace::object);
    }
    for (const TripleTermPattern& t : bgp.triple_terms) {
      for (const Item* part : {&t.subject, &t.predicate, &t.object})
        item(*part, ConstantPlace::triple_term);
    }
  }
  void own(const PathPattern& path) {
    item(path.subject, ConstantPlace::subject);
    item(path.object, ConstantPlace::object);
    this->path(path.path);
  }
  void own(const TextMatch& match) { item(match.subject, ConstantPlace::value); }
  void own(const Graph& graph) { item(graph.name, ConstantPlace::graph); }
  void own(const Values& values) {
    for (const auto& row : values.rows) {
      for (const auto& term : row) {
        if (term) visit_(*term, ConstantPlace::value);
      }
    }
  }
  template <typename Other>
  void own(const Other&) {}

  void path(const ast::Path& path) {
    std::visit(
        [this](const auto& p) {
          if constexpr (requires { p.steps; }) {
            for (const ast::Path& step : p.steps) with_stack([&] { this->path(step); });
          } else if constexpr (requires { p.choices; }) {
            for (const ast::Path& choice : p.choices) with_stack([&] { this->path(choice); });
          } else if constexpr (requires { p.path; }) {
            with_stack([&] { this->path(*p.path); });
          } else if constexpr (std::is_same_v<std::decay_t<decltype(p)>, Term>) {
            visit_(p, ConstantPlace::predicate);
          } else if constexpr (requires { p.forward; }) {
            for (const Term& term : p.forward) visit_(term, ConstantPlace::predicate);
            for (const Term& term : p.inverse) visit_(term, ConstantPlace::predicate);
          }
        },
        path.node);
  }
  void item(const Item& item, ConstantPlace place) {
    if (const auto* term = std::get_if<Term>(&item)) visit_(*term, place);
  }

  const std::function<void(const Term&, ConstantPlace)>& visit_;
};

}  // namespace

void each_constant(const Node& root, const std::function<void(const Term&, ConstantPlace)>& visit) {
  Walk(visit).node(root);
}

}  // namespace dossier::algebra
