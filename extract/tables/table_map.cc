// SPDX-License-Identifier: Apache-2.0
#include "extract/tables/table_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <variant>

#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "engine/query/prepared_construct.h"
#include "engine/saved/parameter_values.h"
#include "extract/tables/table_columns.h"
#include "model/nearest.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"

namespace dossier::extract {
namespace {

/// Begins the triples of each solution; its object is the row's number.
constexpr std::string_view kMark = "urn:dossier:table:row";

ast::Query parsed(const std::string& text, const QueryOptions& options) {
  SparqlOptions syntax;
  syntax.base = options.base;
  syntax.prefixes = with_predeclared(options.prefixes);
  return parse_query(text, syntax);
}

void each_variable(const ast::Node& node, const std::function<void(const std::string&)>& visit) {
  if (const auto* variable = std::get_if<ast::Variable>(&node)) {
    visit(variable->name);
  } else if (const auto* triple = std::get_if<Box<ast::TripleTermPattern>>(&node)) {
    each_variable((*triple)->subject, visit);
    each_variable((*triple)->predicate, visit);
    each_variable((*triple)->object, visit);
  }
}

std::uint64_t number_of(const Term& term) {
  std::uint64_t number = 0;
  const std::string& text = term.value();
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

TableMap::TableMap(std::string text, const std::vector<std::string>& columns,
                   const QueryOptions& options)
    : text_(std::move(text)),
      columns_(columns),
      options_(options),
      query_(parsed(text_, options_)) {
  const auto* query = std::get_if<ast::ConstructQuery>(&query_.form);
  if (query == nullptr) throw Error(ErrorCode::usage, "a table is read by a CONSTRUCT query");
  check_form(*query);
  check_variables(*query);
  check_scope();
}

/// What WHERE binds may not be a column's variable: the rules of scope that the parser checks.
void TableMap::check_scope() const {
  SparqlOptions syntax;
  syntax.base = options_.base;
  try {
    parse_query(print(with_rows({})), syntax);
  } catch (const Error& error) {
    throw Error(error.code(), error.what());  // its place is in another text
  }
}

void TableMap::check_form(const ast::ConstructQuery& query) const {
  const ast::SolutionModifier& modifier = query.modifier;
  if (modifier.limit || modifier.offset || !modifier.order_by.empty() ||
      !modifier.group_by.empty() || !modifier.having.empty()) {
    throw Error(ErrorCode::usage,
                "the CONSTRUCT of a table is evaluated row by row: it cannot have ORDER BY, LIMIT, "
                "OFFSET, GROUP BY or HAVING");
  }
}

void TableMap::check_variables(const ast::ConstructQuery& query) const {
  const std::string where = print(query.where);
  std::vector<std::string> names = columns_;
  names.emplace_back(kRowNumber);
  const auto check = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    if (mentions_variable(where, name)) return;
    std::string list;
    for (const std::string& column : columns_) list += (list.empty() ? "?" : " ?") + column;
    throw Error(ErrorCode::usage, fmt::format("?{} is no column and not in WHERE{}; the columns "
                                              "are {}",
                                              name, did_you_mean(name, names), list));
  };
  for (const ast::TriplePattern& triple : query.construct_template) {
    each_variable(triple.subject, check);
    if (const auto* predicate = std::get_if<ast::Node>(&triple.predicate))
      each_variable(*predicate, check);
    each_variable(triple.object, check);
  }
}

ast::Query TableMap::with_rows(const std::vector<Row>& rows) const {
  ast::Query query = query_;
  auto& form = std::get<ast::ConstructQuery>(query.form);
  const ast::Node mark = Term::iri(std::string(kMark));
  const ast::Variable number{std::string(kRowNumber)};
  form.construct_template.insert(form.construct_template.begin(),
                                 ast::TriplePattern{mark, mark, number, {}});
  ast::InlineData values;
  values.variables.push_back(number);
  for (const std::string& column : columns_) values.variables.push_back(ast::Variable{column});
  for (const Row& row : rows) {
    std::vector<std::optional<Term>> cells{Term::integer(static_cast<std::int64_t>(row.number))};
    for (const std::string& cell : row.cells)
      cells.push_back(cell.empty() ? std::nullopt : std::optional<Term>(Term::string(cell)));
    values.rows.push_back(std::move(cells));
  }
  form.where.elements.insert(form.where.elements.begin(),
                             ast::PatternElement{std::move(values), {}});
  return query;
}

void TableMap::run(const std::vector<Row>& rows,
                   const std::shared_ptr<const storage::QuadSource>& known,
                   const Sink& sink) const {
  const PreparedConstruct construct(with_rows(rows), text_, options_);
  std::uint64_t row = 0;
  construct.run_once(*known, [&](const Triple& triple) {
    if (triple.predicate.value() == kMark) {
      row = number_of(triple.object);
    } else {
      sink(row, triple);
    }
  });
}

}  // namespace dossier::extract
