// SPDX-License-Identifier: Apache-2.0
// Writes syntax trees as text. print.h is the public interface.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "parser/sparql/ast.h"
#include "parser/sparql/print.h"
#include "parser/sparql/replacements.h"

namespace dossier::sparql {

/// One printer writes one text. Blank nodes get the labels b1, b2, ... in the order of their first
/// appearance, since the labels of a tree need not be writable.
class Printer {
 public:
  // Each appends the text of its argument.
  void query(const ast::Query& query);
  void update(const ast::Update& update);
  void group(const ast::GroupGraphPattern& group);
  void expression(const ast::Expression& expression);
  void path(const ast::Path& path);

  /// Terms are written with short names from here on; `prefixes` must outlive the printer.
  void shorten_by(const ast::PrefixMap& prefixes) { short_names_ = &prefixes; }
  /// Variables are replaced by these terms from here on.
  void put_in(PutIn values) { values_ = Replacements(std::move(values)); }
  /// The whole text, prologue first; ends the printing.
  std::string take();

 private:
  // Terms and triples
  void variable(const ast::Variable& variable);
  void term(const Term& term);
  void node(const ast::Node& node);
  void triple_term(const ast::TripleTermPattern& triple);
  void predicate(const std::variant<ast::Node, ast::Path>& predicate);
  void triple(const ast::TriplePattern& triple);

  // Expressions
  void compound(const ast::Expression& expression);
  void builtin_call(const ast::BuiltinCall& call);
  void value_of(const ast::Variable& variable);
  void operand(const ast::Expression& expression);
  void operation(const ast::Operation& operation);
  void aggregate(const ast::Aggregate& aggregate);
  void arguments(std::span<const ast::Expression> expressions, std::string_view opening = "(");

  // Patterns
  void element(const ast::PatternElement& element);
  void inline_data(const ast::InlineData& data);
  void rows(const ast::InlineData& data);
  void block(const ast::TriplesBlock& block);
  void named(std::string_view keyword, const ast::Node& name,
             const ast::GroupGraphPattern& pattern);
  void graph(const ast::GraphPattern& graph);
  void no_match() { write("FILTER (false)"); }
  /// Says what the pattern just written binds to terms that were put in.
  void still_bound(const ast::InlineData& data);

  // Queries
  void select(const ast::SelectQuery& query, const ast::DatasetClause& dataset);
  void construct(const ast::ConstructQuery& query, const ast::DatasetClause& dataset);
  void sub_select(const ast::SelectQuery& query);
  void projection(const ast::Projection& projection);
  void group_condition(const ast::GroupCondition& condition);
  void describe(const ast::DescribeQuery& query, const ast::DatasetClause& dataset);
  void dataset(const ast::DatasetClause& dataset, std::string_view keyword);
  void modifier(const ast::SolutionModifier& modifier);
  void count(std::string_view keyword, const std::optional<ast::Count>& count);
  void values(const std::optional<ast::InlineData>& values);

  // Updates
  void operation(const ast::UpdateOperation& operation);
  void quads(std::string_view keyword, const std::vector<ast::QuadPattern>& quads);
  void modify(const ast::Modify& modify);
  void graph_ref(const ast::GraphRef& graph, bool with_keyword);

  void write(std::string_view text) { out_ += text; }
  /// Ends the line and indents the next.
  void line();
  void open();
  void close();

  /// Whether the IRIs of `term` mean the same after a BASE declaration.
  bool survives_base(const Term& term) const;

  std::string out_;
  const ast::PrefixMap* short_names_ = nullptr;
  ast::PrefixMap prefixes_;
  std::string base_;
  bool base_is_safe_ = true;
  std::size_t indent_ = 0;
  std::map<std::string, std::size_t, std::less<>> blank_nodes_;
  Replacements values_;
};

}  // namespace dossier::sparql
