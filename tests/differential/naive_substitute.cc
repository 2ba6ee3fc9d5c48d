// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/naive_algebra.h"

namespace dossier::naive {
namespace {

/// Replaces each variable the solution binds, everywhere in a pattern.
struct Substitution {
  const Solution& solution;

  void node(ast::Node& node) const {
    if (const auto* variable = std::get_if<ast::Variable>(&node)) {
      const auto found = solution.find(variable->name);
      if (found != solution.end()) node = found->second;
    } else if (auto* triple = std::get_if<Box<ast::TripleTermPattern>>(&node)) {
      this->node((*triple)->subject);
      this->node((*triple)->predicate);
      this->node((*triple)->object);
    }
  }
  void expression(ast::Expression& expression) const {
    if (const auto* variable = std::get_if<ast::Variable>(&expression.node)) {
      const auto found = solution.find(variable->name);
      if (found != solution.end()) expression.node = found->second;
    } else if (auto* operation = std::get_if<ast::Operation>(&expression.node)) {
      for (ast::Expression& operand : operation->operands) this->expression(operand);
    } else if (auto* call = std::get_if<ast::BuiltinCall>(&expression.node)) {
      for (ast::Expression& argument : call->arguments) this->expression(argument);
    } else if (auto* exists = std::get_if<ast::Exists>(&expression.node)) {
      group(*exists->pattern);
    }
  }
  void group(ast::GroupGraphPattern& group) const {
    for (ast::PatternElement& element : group.elements) std::visit(*this, element.node);
  }

  void operator()(ast::TriplesBlock& block) const {
    for (ast::TriplePattern& triple : block.triples) {
      node(triple.subject);
      if (auto* predicate = std::get_if<ast::Node>(&triple.predicate)) node(*predicate);
      node(triple.object);
    }
  }
  void operator()(ast::OptionalPattern& pattern) const { group(*pattern.pattern); }
  void operator()(ast::MinusPattern& pattern) const { group(*pattern.pattern); }
  void operator()(ast::GroupOrUnionPattern& pattern) const {
    for (ast::GroupGraphPattern& alternative : pattern.alternatives) group(alternative);
  }
  void operator()(ast::GraphPattern& pattern) const {
    node(pattern.name);
    group(*pattern.pattern);
  }
  void operator()(ast::ServicePattern& pattern) const { group(*pattern.pattern); }
  void operator()(ast::Filter& filter) const { expression(filter.condition); }
  void operator()(ast::Bind& bind) const { expression(bind.expression); }
  void operator()(ast::InlineData&) const {}
  void operator()(ast::SubSelect&) const {}
};

}  // namespace

ast::GroupGraphPattern substitute(const ast::GroupGraphPattern& group, const Solution& solution) {
  ast::GroupGraphPattern out = group;
  Substitution{solution}.group(out);
  return out;
}

}  // namespace dossier::naive
