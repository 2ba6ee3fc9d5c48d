// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/substitute.h"

#include <algorithm>

#include <utility>

#include "engine/algebra/walk.h"
#include "parser/sparql/print.h"

namespace dossier::algebra {

namespace {

class Substitution {
 public:
  Substitution(const std::map<Slot, Term>& values, const VariableTable& variables)
      : values_(values), variables_(variables) {}

  void apply(Node& node) {
    each_own_expression(node, [this](ast::Expression& e) { replace(e); });
    each_child(node, [this](Node& child) { apply(child); });
    SlotSet replaced;
    if (auto* bgp = std::get_if<Bgp>(&node.node)) {
      for (TriplePattern& t : bgp->triples)
        replace({&t.subject, &t.predicate, &t.object}, replaced);
      for (TripleTermPattern& t : bgp->triple_terms)
        replace({&t.subject, &t.predicate, &t.object}, replaced);
    } else if (auto* path = std::get_if<PathPattern>(&node.node)) {
      replace({&path->subject, &path->object}, replaced);
    } else if (auto* match = std::get_if<TextMatch>(&node.node)) {
      replace({&match->subject}, replaced);
      if (match->score && values_.contains(*match->score)) node = with_score(std::move(*match));
    } else if (auto* graph = std::get_if<Graph>(&node.node)) {
      replace({&graph->name}, replaced);
    } else if (auto* values = std::get_if<Values>(&node.node)) {
      restrict(*values);
    } else if (auto* service = std::get_if<Service>(&node.node)) {
      node = given_to(std::move(*service));
    }
    for (Slot slot : replaced) {
      Node child = std::move(node);
      node.node = Extend{slot, {values_.at(slot), {}}, std::move(child)};
    }
  }

 private:
  void replace(std::initializer_list<Item*> items, SlotSet& replaced) {
    for (Item* item : items) {
      const auto* slot = std::get_if<Slot>(item);
      if (slot == nullptr) continue;
      auto it = values_.find(*slot);
      if (it == values_.end()) continue;
      replaced.insert(*slot);
      *item = it->second;
    }
  }

  void replace(ast::Expression& expression) {
    if (const auto* variable = std::get_if<ast::Variable>(&expression.node)) {
      const std::optional<Slot> slot = variables_.find(variable->name);
      auto it = slot ? values_.find(*slot) : values_.end();
      if (it != values_.end()) expression.node = it->second;
      return;
    }
    if (const auto* call = std::get_if<ast::BuiltinCall>(&expression.node)) {
      if (call->function == ast::Builtin::bound && is_replaced(call->arguments.front())) {
        expression.node = Term::boolean(true);
        return;
      }
    }
    each_part(expression, [this](ast::Expression& part) { replace(part); });
  }

  bool is_replaced(const ast::Expression& argument) const {
    const auto* variable = std::get_if<ast::Variable>(&argument.node);
    if (variable == nullptr) return false;
    const std::optional<Slot> slot = variables_.find(variable->name);
    return slot && values_.contains(*slot);
  }

  /// The score is found, not chosen: it must be the value.
  Node with_score(TextMatch match) const {
    const Slot slot = *match.score;
    ast::Expression score{ast::Variable{variables_.name(slot)}, {}};
    ast::Expression same{
        ast::BuiltinCall{ast::Builtin::sameterm, {std::move(score), {values_.at(slot), {}}}}, {}};
    return Node{Filter{{std::move(same)}, Node{std::move(match)}}};
  }

  /// The pattern is text: it is written with the values, and they are a row to join with.
  Node given_to(Service service) const {
    service.text = print(service.pattern_there->pattern,
                         {service.pattern_there->parameters, by_name(service.mentioned)});
    Values row{{}, {{}}};
    const auto give = [&](Slot slot) {
      const auto it = values_.find(slot);
      if (it == values_.end()) return;
      row.variables.push_back(slot);
      row.rows.front().push_back(it->second);
    };
    for (const Slot slot : service.variables) give(slot);
    if (const auto* name = std::get_if<Slot>(&service.name)) {
      if (std::find(row.variables.begin(), row.variables.end(), *name) == row.variables.end()) {
        give(*name);
      }
    }
    if (row.variables.empty()) return Node{std::move(service)};
    return Node{Join{Node{std::move(row)}, Node{std::move(service)}}};
  }

  std::map<std::string, Term> by_name(const std::vector<Slot>& slots) const {
    std::map<std::string, Term> result;
    for (const Slot slot : slots) {
      const auto value = values_.find(slot);
      if (value != values_.end()) result.emplace(name_in_text(variables_, slot), value->second);
    }
    return result;
  }

  void restrict(Values& values) const {
    for (std::size_t i = 0; i < values.variables.size(); ++i) {
      auto it = values_.find(values.variables[i]);
      if (it == values_.end()) continue;
      std::erase_if(values.rows, [&](const auto& row) { return row[i] && *row[i] != it->second; });
      for (auto& row : values.rows) row[i] = it->second;
    }
  }

  const std::map<Slot, Term>& values_;
  const VariableTable& variables_;
};

}  // namespace

Node substitute(const Node& node, const std::map<Slot, Term>& values,
                const VariableTable& variables) {
  Node result = node;
  Substitution(values, variables).apply(result);
  return result;
}

}  // namespace dossier::algebra
