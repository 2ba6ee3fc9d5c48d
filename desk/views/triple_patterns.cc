// SPDX-License-Identifier: Apache-2.0
#include "desk/views/triple_patterns.h"

#include <optional>
#include <variant>

namespace dossier {
namespace {

using Visit = std::function<void(const ast::TriplePattern&)>;

class Walker {
 public:
  explicit Walker(const Visit& visit) : visit_(visit) {}

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

 private:
  void visit(const ast::TriplesBlock& block) {
    for (const ast::TriplePattern& pattern : block.triples) visit_(pattern);
  }
  void visit(const ast::OptionalPattern& optional) { group(*optional.pattern); }
  void visit(const ast::MinusPattern&) {}
  void visit(const ast::GroupOrUnionPattern& groups) {
    for (const ast::GroupGraphPattern& alternative : groups.alternatives) group(alternative);
  }
  void visit(const ast::GraphPattern& graph) { group(*graph.pattern); }
  void visit(const ast::ServicePattern&) {}
  void visit(const ast::Filter& filter) { expression(filter.condition); }
  void visit(const ast::Bind& bind) { expression(bind.expression); }
  void visit(const ast::InlineData&) {}
  void visit(const ast::SubSelect& sub_select) { select(*sub_select.query); }

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
    if (!exists.negated) group(*exists.pattern);
  }
  void inside(const ast::Aggregate& aggregate) {
    if (aggregate.argument) expression(**aggregate.argument);
  }
  void each(const std::vector<ast::Expression>& expressions) {
    for (const ast::Expression& one : expressions) expression(one);
  }

  const Visit& visit_;
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

void each_triple_pattern(const ast::Query& query, const Visit& visit) {
  Walker walker(visit);
  std::visit([&](const auto& form) { walk_form(walker, form); }, query.form);
}

}  // namespace dossier
