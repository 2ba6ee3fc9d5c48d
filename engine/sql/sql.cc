// SPDX-License-Identifier: Apache-2.0
#include "dossier/sql.h"

#include <fmt/format.h>

#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "engine/algebra/translate.h"
#include "engine/plan/passes.h"
#include "engine/query/execution.h"
#include "engine/sql/compiler.h"
#include "parser/sparql/parse.h"
#include "storage/memory_source.h"

namespace dossier {

using fmt::format;
using namespace sql;

namespace {

std::vector<std::string> column_titles(const std::vector<std::string>& names) {
  std::vector<std::string> titles;
  for (const std::string& name : names) {
    std::string title = "\"" + name + "\"";
    titles.push_back(std::move(title));
  }
  return titles;
}

/// The terms of SELECT's columns, in their order.
std::string select_rows(const Relation& root, const Values& values,
                        const algebra::Translation& query, SqlDialect dialect) {
  const Context none;
  Scope scope(values, none);
  scope.add(root, "r");
  std::string list;
  const std::vector<std::string> titles = column_titles(query.names);
  for (std::size_t i = 0; i < query.columns.size(); ++i) {
    std::string title = titles[i];
    if (dialect == SqlDialect::spark) title = "`" + query.names[i] + "`";
    const std::string term = values.ntriples(scope.value(query.columns[i]));
    list += format("{}CAST({} AS {}) AS {}", list.empty() ? "" : ",\n  ", term,
                   values.dialect().text_type(), title);
  }
  if (list.empty()) list = "1 AS one";
  return format("SELECT\n  {}\nFROM {} r{}{}", list, root.name, scope.joins("r", list),
                order_by(root));
}

Value template_value(const algebra::TemplateItem& item, const Scope& scope, const Values& values) {
  if (const auto* slot = std::get_if<Slot>(&item)) return scope.value(*slot);
  if (const auto* term = std::get_if<Term>(&item)) return values.constant(*term);
  const auto* triple = std::get_if<Box<algebra::TripleTemplate>>(&item);
  if (triple == nullptr) refuse("a blank node in the template of CONSTRUCT");
  const Value s = template_value((*triple)->subject, scope, values);
  const Value p = template_value((*triple)->predicate, scope, values);
  const Value o = template_value((*triple)->object, scope, values);
  Value value;
  value.kind = Value::Kind::triple;
  value.kind_sql =
      format("CASE WHEN {} IN ('iri', 'blank') AND {} = 'iri' AND {} IS NOT NULL THEN 'triple' END",
             s.kind_sql, p.kind_sql, o.kind_sql);
  value.lexical = format("'<<( ' || {} || ' ' || {} || ' ' || {} || ' )>>'", values.ntriples(s),
                         values.ntriples(p), values.ntriples(o));
  return value;
}

std::string construct_rows(const Relation& root, const Values& values,
                           const std::vector<algebra::TripleTemplate>& templates) {
  const Context none;
  Scope scope(values, none);
  scope.add(root, "r");
  std::string all;
  for (const algebra::TripleTemplate& triple : templates) {
    const Value s = template_value(triple.subject, scope, values);
    const Value p = template_value(triple.predicate, scope, values);
    const Value o = template_value(triple.object, scope, values);
    const std::string where = format("{} IN ('iri', 'blank') AND {} = 'iri' AND {} IS NOT NULL",
                                     s.kind_sql, p.kind_sql, o.kind_sql);
    const std::string list = format("{} AS subject, {} AS predicate, {} AS object",
                                    values.ntriples(s), values.ntriples(p), values.ntriples(o));
    all += format("{}SELECT {} FROM {} r{} WHERE {}", all.empty() ? "" : "\nUNION ", list,
                  root.name, scope.joins("r", list + where), where);
  }
  if (all.empty()) refuse("CONSTRUCT without a template");
  return format("SELECT DISTINCT subject, predicate, object FROM (\n{}\n) x", all);
}

/// Constants folded, filters moved: what needs no statistics of a store.
void rewrite(algebra::Translation& query, const std::string& base) {
  const storage::MemorySource nothing{std::span<const Quad>{}};
  MemoryBudget memory(kQueryMemoryBytes);
  TermTable terms(nothing, memory);
  EvaluationContext context(terms, base);
  plan::rewrite(query.root, query.variables, context, {});
}

SqlQuery::Form form_of(const ast::Query& query) {
  if (std::holds_alternative<ast::DescribeQuery>(query.form)) refuse("DESCRIBE");
  return std::holds_alternative<ast::AskQuery>(query.form)         ? SqlQuery::Form::ask
         : std::holds_alternative<ast::ConstructQuery>(query.form) ? SqlQuery::Form::construct
                                                                   : SqlQuery::Form::select;
}

}  // namespace

SqlQuery to_sql(std::string_view text, const SqlOptions& options) {
  QueryOptions parsing;
  parsing.base = options.base;
  parsing.prefixes = options.prefixes;
  parsing.parameters = options.parameters;
  Limits limits(parsing);
  const ast::Query query = parse_query(text, parser_options(parsing, limits));
  const SqlQuery::Form form = form_of(query);
  algebra::Translation translation = algebra::translate(query, options.parameters, limits.worker());
  const std::string base = query.base.empty() ? options.base : query.base;
  rewrite(translation, base);
  const Dialect dialect(options.dialect);
  const Values values(dialect);
  Statement statement(values, options.most_bytes);
  const Dataset dataset{options.default_graph, query.dataset};
  Compiler compiler(statement, translation.variables, dataset, base);
  const Relation root = compiler.compile(translation.root, {});
  const std::string select =
      form == SqlQuery::Form::select ? select_rows(root, values, translation, options.dialect)
      : form == SqlQuery::Form::ask
          ? format("SELECT COUNT(*) > 0 AS answer FROM (SELECT 1 FROM {} LIMIT 1) x", root.name)
          : construct_rows(root, values, translation.construct_template);
  SqlQuery result = std::move(statement).finish(select);
  result.form = form;
  if (form == SqlQuery::Form::select) result.names = translation.names;
  return result;
}

}  // namespace dossier
