// SPDX-License-Identifier: Apache-2.0
#include "repl/input/pattern_walk.h"

#include <optional>
#include <variant>

namespace dossier::repl {
namespace {

class Walker {
 public:
  explicit Walker(const PatternVisitor& visitor) : visitor_(visitor) {}

  void group(const ast::GroupGraphPattern& pattern) {
    for (const ast::PatternElement& element : pattern.elements) {
      std::visit([this](const auto& node) { visit(node); }, element.node);
    }
  }

  void modifier(const ast::SolutionModifier& modifier) {
    for (const ast::GroupCondition& condition : modifier.group_by) {
      expression(condition.expression);
    }
    for (const ast::Expression& condition : modifier.having) expression(condition);
    for (const ast::OrderCondition& condition : modifier.order_by) {
      expression(condition.expression);
    }
  }

  void select(const ast::SelectQuery& query) {
    for (const ast::Projection& projection : query.projection) {
      if (projection.expression) expression(*projection.expression);
    }
    group(query.where);
    modifier(query.modifier);
  }

  void triple(const ast::TriplePattern& pattern) {
    if (visitor_.triple) visitor_.triple(pattern, negated_);
  }

 private:
  void visit(const ast::TriplesBlock& block) {
    for (const ast::TriplePattern& pattern : block.triples) triple(pattern);
  }
  void visit(const ast::OptionalPattern& optional) { group(*optional.pattern); }
  void visit(const ast::MinusPattern& minus) { negated_group(*minus.pattern); }
  void visit(const ast::GroupOrUnionPattern& groups) {
    for (const ast::GroupGraphPattern& alternative : groups.alternatives) group(alternative);
  }
  void visit(const ast::GraphPattern& graph) { group(*graph.pattern); }
  void visit(const ast::ServicePattern& service) {
    if (visitor_.service) visitor_.service(service);
  }
  void visit(const ast::Filter& filter) { expression(filter.condition); }
  void visit(const ast::Bind& bind) { expression(bind.expression); }
  void visit(const ast::InlineData&) {}
  void visit(const ast::SubSelect& sub_select) { select(*sub_select.query); }

  void negated_group(const ast::GroupGraphPattern& pattern) {
    const bool before = negated_;
    negated_ = true;
    group(pattern);
    negated_ = before;
  }

  void expression(const ast::Expression& expression) {
    std::visit([this](const auto& node) { inside(node); }, expression.node);
  }
  void inside(const ast::Variable&) {}
  void inside(const Term&) {}
  void inside(const ast::TripleExpression&) {}
  void inside(const ast::Operation& operation) { each(operation.operands); }
  void inside(const ast::BuiltinCall& call) { each(call.arguments); }
  void inside(const ast::FunctionCall& call) { each(call.arguments); }
  void inside(const ast::Exists& exists) {
    if (exists.negated) {
      negated_group(*exists.pattern);
    } else {
      group(*exists.pattern);
    }
  }
  void inside(const ast::Aggregate& aggregate) {
    if (aggregate.argument) expression(**aggregate.argument);
  }
  void each(const std::vector<ast::Expression>& expressions) {
    for (const ast::Expression& one : expressions) expression(one);
  }

  const PatternVisitor& visitor_;
  bool negated_ = false;
};

void walk_form(Walker& walker, const ast::SelectQuery& query) { walker.select(query); }

void walk_form(Walker& walker, const ast::DescribeQuery& query) {
  if (query.where) walker.group(*query.where);
  walker.modifier(query.modifier);
}

template <typename Form>  // ConstructQuery, AskQuery
void walk_form(Walker& walker, const Form& query) {
  walker.group(query.where);
  walker.modifier(query.modifier);
}

}  // namespace

void walk(const ast::Query& query, const PatternVisitor& visitor) {
  Walker walker(visitor);
  std::visit([&](const auto& form) { walk_form(walker, form); }, query.form);
}

void walk(const ast::Update& update, const PatternVisitor& visitor) {
  Walker walker(visitor);
  for (const ast::UpdateOperation& operation : update.operations) {
    if (const auto* modify = std::get_if<ast::Modify>(&operation.node)) walker.group(modify->where);
    if (const auto* load = std::get_if<ast::Load>(&operation.node)) {
      if (visitor.load) visitor.load(*load);
    }
    if (const auto* remove = std::get_if<ast::DeleteWhere>(&operation.node)) {
      for (const ast::QuadPattern& quad : remove->quads) walker.triple(quad.triple);
    }
  }
}

}  // namespace dossier::repl
