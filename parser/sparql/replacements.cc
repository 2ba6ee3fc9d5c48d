// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/replacements.h"

#include <algorithm>
#include <variant>

#include "model/stack.h"

namespace dossier::sparql {
namespace {

const Term* in(const std::map<std::string, Term>& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? nullptr : &found->second;
}

/// Calls `visit` for each variable of a place of a triple.
template <typename Visit>
void each_variable(const ast::Node& node, const Visit& visit) {
  if (const auto* variable = std::get_if<ast::Variable>(&node)) {
    visit(*variable);
  } else if (const auto* triple = std::get_if<Box<ast::TripleTermPattern>>(&node)) {
    with_stack([&] {
      each_variable((*triple)->subject, visit);
      each_variable((*triple)->predicate, visit);
      each_variable((*triple)->object, visit);
    });
  }
}

/// Predicates of triple terms included.
template <typename Visit>
void each_predicate(const ast::Node& node, const Visit& visit) {
  if (const auto* triple = std::get_if<Box<ast::TripleTermPattern>>(&node)) {
    with_stack([&] {
      visit((*triple)->predicate);
      each_predicate((*triple)->subject, visit);
      each_predicate((*triple)->object, visit);
    });
  }
}

void add(ast::InlineData& data, const std::string& name, const Term& term) {
  const ast::Variable variable{name};
  if (std::find(data.variables.begin(), data.variables.end(), variable) != data.variables.end())
    return;
  if (data.rows.empty()) data.rows.emplace_back();
  data.variables.push_back(variable);
  data.rows.front().push_back(term);
}

}  // namespace

bool has_blank_node(const Term& term) {
  if (!term.is_triple()) return term.is_blank_node();
  const Triple& triple = term.as_triple();
  return has_blank_node(triple.subject) || has_blank_node(triple.object);
}

const Term* Replacements::parameter(const std::string& name) const {
  return in(values_.parameters, name);
}

const Term* Replacements::find(const std::string& name) const {
  const Term* term = parameter(name);
  return term != nullptr ? term : in(values_.solution, name);
}

const Term* Replacements::find(const ast::Node& node) const {
  const auto* variable = std::get_if<ast::Variable>(&node);
  return variable == nullptr ? nullptr : find(variable->name);
}

bool Replacements::can_be_name(const ast::Node& node) const {
  const Term* term = find(node);
  return term == nullptr || term->is_iri();
}

bool Replacements::can_match(const ast::TriplePattern& triple) const {
  if (empty()) return true;
  bool result = true;
  const auto writable = [&](const ast::Variable& variable) {
    const Term* term = find(variable.name);
    result = result && (term == nullptr || !has_blank_node(*term));
  };
  const auto predicate = [&](const ast::Node& node) { result = result && can_be_name(node); };
  for (const ast::Node* node : {&triple.subject, &triple.object}) {
    each_variable(*node, writable);
    each_predicate(*node, predicate);
  }
  if (const auto* plain = std::get_if<ast::Node>(&triple.predicate)) predicate(*plain);
  return result;
}

ast::InlineData Replacements::bound_in(const ast::TriplesBlock& block) const {
  ast::InlineData data;
  if (values_.solution.empty()) return data;
  const auto bound = [&](const ast::Variable& variable) {
    const Term* term = find(variable.name);
    if (term != nullptr && parameter(variable.name) == nullptr && !has_blank_node(*term))
      add(data, variable.name, *term);
  };
  for (const ast::TriplePattern& triple : block.triples) {
    each_variable(triple.subject, bound);
    if (const auto* plain = std::get_if<ast::Node>(&triple.predicate)) each_variable(*plain, bound);
    each_variable(triple.object, bound);
  }
  return data;
}

ast::InlineData Replacements::bound_in(const ast::Node& name) const {
  ast::InlineData data;
  const Term* term = find(name);
  if (term == nullptr) return data;
  const std::string& variable = std::get<ast::Variable>(name).name;
  if (parameter(variable) == nullptr && term->is_iri()) add(data, variable, *term);
  return data;
}

ast::InlineData Replacements::applied_to(const ast::InlineData& data) const {
  ast::InlineData result;
  std::vector<const Term*> terms;  // by column
  for (const ast::Variable& variable : data.variables) {
    terms.push_back(find(variable.name));
    if (parameter(variable.name) == nullptr) result.variables.push_back(variable);
  }
  for (const auto& row : data.rows) {
    std::vector<std::optional<Term>> kept;
    bool agrees = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      agrees = agrees && (terms[i] == nullptr || !row[i] || *row[i] == *terms[i]);
      if (parameter(data.variables[i].name) != nullptr) continue;
      const bool known = terms[i] != nullptr && !has_blank_node(*terms[i]);
      kept.push_back(known ? std::optional(*terms[i]) : row[i]);
    }
    if (agrees) result.rows.push_back(std::move(kept));
  }
  return result;
}

Replacements Replacements::inside(const ast::SelectQuery& query) const {
  if (query.star) return *this;
  PutIn kept{values_.parameters, {}};
  for (const ast::Projection& projection : query.projection) {
    const std::string& name = projection.variable.name;
    const Term* term = in(values_.solution, name);
    if (term != nullptr) kept.solution.emplace(name, *term);
  }
  return Replacements(std::move(kept));
}

}  // namespace dossier::sparql
