// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/functions_support.h"

#include <catch2/catch.hpp>

#include "dossier/rdf.h"
#include "engine/algebra/overloaded.h"
#include "parser/sparql/parse.h"

namespace dossier::test {
namespace {

const std::vector<std::pair<std::string, std::string>>& prefixes() {
  static const std::vector<std::pair<std::string, std::string>> kPrefixes{
      {"", "http://example.org/"},
      {"xsd", "http://www.w3.org/2001/XMLSchema#"},
      {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}};
  return kPrefixes;
}

/// Moves the constants of an expression into variables.
class Unfolder {
 public:
  Unfolder(VariableTable& variables, std::vector<Term>& values)
      : variables_(variables), values_(values) {}

  void unfold(ast::Expression& expression) {
    std::visit(Overloaded{
                   [&](Term& value) {
                     const Slot slot = variables_.fresh("constant");
                     values_.push_back(value);
                     expression.node = ast::Variable{variables_.name(slot)};
                   },
                   [&](ast::Operation& operation) { unfold(operation.operands); },
                   [&](ast::BuiltinCall& call) { unfold(call.arguments); },
                   [&](ast::FunctionCall& call) { unfold(call.arguments); },
                   [](auto&) {},
               },
               expression.node);
  }

 private:
  void unfold(std::vector<ast::Expression>& expressions) {
    for (ast::Expression& expression : expressions) unfold(expression);
  }

  VariableTable& variables_;
  std::vector<Term>& values_;
};

std::string text_of(Workbench& bench, TermId id) {
  return id ? bench.terms.term(id).to_string() : "error";
}

std::string folded_result(const ast::Expression& expression) {
  Workbench bench;
  const VariableTable none;
  const CompiledExpression compiled = compile(expression, none, bench.context);
  Batch batch{Layout{}};
  batch.resize(1);
  TermId result;
  compiled.evaluate(batch, {&result, 1});
  return text_of(bench, result);
}

std::string unfolded_result(ast::Expression expression) {
  Workbench bench;
  VariableTable variables;
  std::vector<Term> values;
  Unfolder(variables, values).unfold(expression);
  Layout layout;
  for (Slot slot = 0; slot < values.size(); ++slot) layout.push_back(slot);
  Batch batch(layout);
  batch.make_room(3);
  batch.resize(3);  // the middle row is unbound throughout
  for (std::size_t i = 0; i < values.size(); ++i) {
    const TermId id = bench.terms.intern(values[i]);
    batch.column(i)[0] = batch.column(i)[2] = id;
    batch.column(i)[1] = TermId::none();
  }
  const CompiledExpression compiled = compile(expression, variables, bench.context);
  std::vector<TermId> results(3);
  compiled.evaluate(batch, results);
  CHECK(text_of(bench, results[0]) == text_of(bench, results[2]));
  return text_of(bench, results[0]);
}

}  // namespace

Workbench::Workbench()
    : source(std::vector<Quad>{}),
      memory(std::size_t{1} << 26),
      terms(source, memory),
      context(terms, "http://example.org/", *xsd::DateTime::parse("2024-02-29T12:30:00Z"), 1) {}

Term term(std::string_view text) { return parse_term(text, prefixes()); }

ast::Expression parse_expression(const std::string& text) {
  SparqlOptions options;
  options.prefixes = prefixes();
  const ast::Query query = parse_query("SELECT (" + text + " AS ?result) {}", options);
  return *std::get<ast::SelectQuery>(query.form).projection.at(0).expression;
}

std::string result_of(const std::string& text) {
  const ast::Expression expression = parse_expression(text);
  const std::string folded = folded_result(expression);
  CHECK(unfolded_result(expression) == folded);
  return folded;
}

void check_all(const std::vector<Expectation>& table) {
  for (const Expectation& row : table) {
    INFO(row.expression);
    const std::string expected =
        std::string_view(row.result) == "error" ? "error" : term(row.result).to_string();
    CHECK(result_of(row.expression) == expected);
  }
}

}  // namespace dossier::test
