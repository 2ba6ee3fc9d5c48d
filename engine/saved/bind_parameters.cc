// SPDX-License-Identifier: Apache-2.0
// Values are put into a query or update: single ones as options, lists as VALUES.

#include <string>
#include <utility>
#include <variant>

#include "dossier/error.h"
#include "engine/query/execution.h"
#include "engine/saved/parameter_values.h"
#include "engine/saved/saved_queries.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"

namespace dossier {
namespace {

using Lists = std::vector<ast::InlineData>;

void put_in(ast::GroupGraphPattern& where, const Lists& lists) {
  for (const ast::InlineData& list : lists) {
    where.elements.insert(where.elements.begin(), ast::PatternElement{list, {}});
  }
}

/// An update's operations need not all use a list; where one is not used, it would only multiply
/// solutions.
void put_in(ast::Modify& operation, const Lists& lists) {
  const std::string where = print(operation.where);
  for (const ast::InlineData& list : lists) {
    if (mentions_variable(where, list.variables.front().name)) put_in(operation.where, Lists{list});
  }
}

void put_in(ast::DescribeQuery& query, const Lists& lists) {
  if (!query.where) query.where.emplace();
  put_in(*query.where, lists);
}

template <typename Form>  // SelectQuery, AskQuery, ConstructQuery
void put_in(Form& query, const Lists& lists) {
  put_in(query.where, lists);
}

/// Sets the single values as parameters; gives back the lists.
Lists bind_single_values(const KnowledgeBase& kb, std::string_view text,
                         const ParameterValues& values, QueryOptions& options) {
  const std::vector<QueryParameter> declared = declared_parameters(text);
  auto bound = bound_values(kb, text, declared, values, with_predeclared(options.prefixes));
  const auto is_list = [&](const std::string& name) {
    for (const QueryParameter& parameter : declared) {
      if (parameter.name == name) return parameter.list;
    }
    return values.at(name).is_list();
  };
  Lists lists;
  for (auto& [name, terms] : bound) {
    if (!is_list(name)) {
      options.parameters.insert_or_assign(name, std::move(terms.front()));
      continue;
    }
    if (!mentions_variable(text, name)) {
      throw Error(ErrorCode::usage, "the query has no variable ?" + name);
    }
    ast::InlineData list{{ast::Variable{name}}, {}};
    for (Term& term : terms) list.rows.push_back({std::move(term)});
    lists.push_back(std::move(list));
  }
  return lists;
}

}  // namespace

BoundQuery bind_query(const KnowledgeBase& kb, std::string_view text, const ParameterValues& values,
                      QueryOptions options, const functions::CustomTablePtr& custom) {
  const Lists lists = bind_single_values(kb, text, values, options);
  if (lists.empty()) return {std::string(text), std::move(options)};
  Limits limits(options);
  ast::Query query = parse_query(text, parser_options(options, limits, custom));
  std::visit([&](auto& form) { put_in(form, lists); }, query.form);
  return {print(query), std::move(options)};
}

BoundQuery bind_update(const KnowledgeBase& kb, std::string_view text,
                       const ParameterValues& values, QueryOptions options,
                       const functions::CustomTablePtr& custom) {
  const Lists lists = bind_single_values(kb, text, values, options);
  if (lists.empty()) return {std::string(text), std::move(options)};
  Limits limits(options);
  ast::Update update = parse_update(text, parser_options(options, limits, custom));
  for (ast::UpdateOperation& operation : update.operations) {
    if (auto* modify = std::get_if<ast::Modify>(&operation.node)) put_in(*modify, lists);
    if (std::holds_alternative<ast::DeleteWhere>(operation.node)) {
      throw Error(ErrorCode::usage,
                  "DELETE WHERE takes no list of values: write DELETE { ... } WHERE { ... }");
    }
  }
  return {print(update), std::move(options)};
}

}  // namespace dossier
