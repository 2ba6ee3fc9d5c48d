// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "parser/sparql/print.h"
#include "parser/sparql/printer.h"

namespace dossier::sparql {

std::string Printer::take() {
  std::string prologue;
  for (const auto& [name, iri] : prefixes_) prologue += "PREFIX " + name + ": <" + iri + ">\n";
  if (!base_.empty() && base_is_safe_) prologue += "BASE <" + base_ + ">\n";
  return prologue + out_;
}

void Printer::dataset(const ast::DatasetClause& dataset, std::string_view keyword) {
  for (const Term& graph : dataset.default_graphs) {
    line();
    write(keyword);
    term(graph);
  }
  for (const Term& graph : dataset.named_graphs) {
    line();
    write(keyword);
    write("NAMED ");
    term(graph);
  }
}

void Printer::count(std::string_view keyword, const std::optional<ast::Count>& count) {
  if (!count) return;
  line();
  write(keyword);
  if (const auto* number = std::get_if<std::uint64_t>(&*count)) {
    write(std::to_string(*number));
    return;
  }
  const std::string& name = std::get<ast::Variable>(*count).name;
  const Term* value = values_.parameter(name);
  write(value == nullptr ? "$" + name : value->value());
}

// A variable of a solution stays a key: the pattern binds it.
void Printer::group_condition(const ast::GroupCondition& condition) {
  write(" (");
  const auto* plain = std::get_if<ast::Variable>(&condition.expression.node);
  if (plain != nullptr && values_.parameter(plain->name) == nullptr) {
    variable(*plain);
  } else {
    expression(condition.expression);
  }
  if (condition.variable) {
    write(" AS ");
    variable(*condition.variable);
  }
  write(")");
}

void Printer::modifier(const ast::SolutionModifier& modifier) {
  if (!modifier.group_by.empty()) {
    line();
    write("GROUP BY");
  }
  for (const ast::GroupCondition& condition : modifier.group_by) {
    group_condition(condition);
  }
  if (!modifier.having.empty()) {
    line();
    write("HAVING");
  }
  for (const ast::Expression& condition : modifier.having) {
    write(" (");
    expression(condition);
    write(")");
  }
  if (!modifier.order_by.empty()) {
    line();
    write("ORDER BY");
  }
  for (const ast::OrderCondition& condition : modifier.order_by) {
    write(condition.descending ? " DESC(" : " ASC(");
    expression(condition.expression);
    write(")");
  }
  count("LIMIT ", modifier.limit);
  count("OFFSET ", modifier.offset);
}

void Printer::values(const std::optional<ast::InlineData>& values) {
  if (!values) return;
  line();
  inline_data(*values);
}

void Printer::projection(const ast::Projection& projection) {
  const Term* value = values_.parameter(projection.variable.name);
  const bool computed = projection.expression || (value != nullptr && !has_blank_node(*value));
  write(computed ? " (" : " ");
  if (projection.expression) {
    expression(*projection.expression);
    write(" AS ");
  } else if (computed) {
    term(*value);
    write(" AS ");
  }
  variable(projection.variable);
  if (computed) write(")");
}

void Printer::select(const ast::SelectQuery& query, const ast::DatasetClause& dataset) {
  write("SELECT");
  if (query.duplicates == ast::Duplicates::distinct) write(" DISTINCT");
  if (query.duplicates == ast::Duplicates::reduced) write(" REDUCED");
  if (query.star) write(" *");
  for (const ast::Projection& shown : query.projection) projection(shown);
  this->dataset(dataset, "FROM ");
  line();
  write("WHERE ");
  group(query.where);
  modifier(query.modifier);
}

void Printer::construct(const ast::ConstructQuery& query, const ast::DatasetClause& dataset) {
  write("CONSTRUCT ");
  open();
  for (const ast::TriplePattern& pattern : query.construct_template) {
    line();
    triple(pattern);
  }
  close();
  this->dataset(dataset, "FROM ");
  line();
  write("WHERE ");
  group(query.where);
  modifier(query.modifier);
}

void Printer::describe(const ast::DescribeQuery& query, const ast::DatasetClause& dataset) {
  write("DESCRIBE");
  if (query.star) write(" *");
  for (const ast::Node& target : query.targets) {
    write(" ");
    node(target);
  }
  this->dataset(dataset, "FROM ");
  if (query.where) {
    line();
    write("WHERE ");
    group(*query.where);
  }
  modifier(query.modifier);
}

void Printer::query(const ast::Query& query) {
  prefixes_ = query.prefixes;
  base_ = query.base;
  const auto& data = query.dataset;
  if (const auto* form = std::get_if<ast::SelectQuery>(&query.form)) {
    select(*form, data);
  } else if (const auto* template_form = std::get_if<ast::ConstructQuery>(&query.form)) {
    construct(*template_form, data);
  } else if (const auto* description = std::get_if<ast::DescribeQuery>(&query.form)) {
    describe(*description, data);
  } else {
    const auto& ask = std::get<ast::AskQuery>(query.form);
    write("ASK");
    dataset(data, "FROM ");
    line();
    write("WHERE ");
    group(ask.where);
    modifier(ask.modifier);
  }
  std::visit([&](const auto& form) { values(form.values); }, query.form);
  write("\n");
}

}  // namespace dossier::sparql

namespace dossier {
namespace {

template <typename Write>
std::string printed(Write write) {
  sparql::Printer printer;
  write(printer);
  return printer.take();
}

}  // namespace

std::string print(const ast::Query& query) {
  return printed([&](sparql::Printer& printer) { printer.query(query); });
}
std::string print(const ast::Update& update) {
  return printed([&](sparql::Printer& printer) { printer.update(update); });
}
std::string print(const ast::GroupGraphPattern& pattern) {
  return printed([&](sparql::Printer& printer) { printer.group(pattern); });
}
std::string print(const ast::Expression& expression) {
  return printed([&](sparql::Printer& printer) { printer.expression(expression); });
}
std::string print(const ast::GroupGraphPattern& pattern, const PutIn& values) {
  return printed([&](sparql::Printer& printer) {
    printer.put_in(values);
    printer.group(pattern);
  });
}
std::string print(const ast::Expression& expression, const ast::PrefixMap& prefixes) {
  return printed([&](sparql::Printer& printer) {
    printer.shorten_by(prefixes);
    printer.expression(expression);
  });
}
std::string print(const ast::Path& path, const ast::PrefixMap& prefixes) {
  return printed([&](sparql::Printer& printer) {
    printer.shorten_by(prefixes);
    printer.path(path);
  });
}

}  // namespace dossier
