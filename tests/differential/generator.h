// SPDX-License-Identifier: Apache-2.0
// The random choices behind generate(). Few different terms, so that joins find partners and values
// meet across types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/differential/generate.h"

namespace dossier::naive {

/// What all parts of the generator share: chance and names.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  std::string fresh(const char* prefix) { return prefix + std::to_string(++fresh_); }

 private:
  std::mt19937_64 random_;
  int fresh_ = 0;
};

/// Terms and quads.
class TermGenerator : public Dice {
 public:
  using Dice::Dice;

  Term literal();
  Term predicate();
  Term resource();
  /// An IRI, rarely one that no quad has or that is only a predicate or a graph.
  Term node_iri();
  Term object() { return chance(50) ? resource() : literal(); }
  Quad quad();
  /// Few variables and constants, so that small queries have answers.
  void focus() { focused_ = true; }
  void keep_canonical() { canonical_ = true; }
  bool is_focused() const { return focused_; }
  /// Constants of conditions are then often of these.
  void know(const Quad& quad);
  Term graph() { return Term::iri("urn:g" + std::to_string(below(2))); }

 protected:
  std::vector<Term> known_;          ///< terms of the data that a query can name
  std::vector<ast::Variable> near_;  ///< variables of the block made last

 private:
  bool focused_ = false;
  bool canonical_ = false;
};

/// Expressions. EXISTS asks for patterns.
class ExpressionGenerator : public TermGenerator {
 public:
  using TermGenerator::TermGenerator;
  virtual ~ExpressionGenerator() = default;

  ast::Variable variable();
  ast::Expression expression(int depth);
  ast::Expression condition(int depth);
  /// A variable is one term.
  ast::Expression equality();
  ast::Expression aggregate();
  /// REGEX or REPLACE, with a pattern or flags that may be wrong.
  ast::Expression regular_expression();

 protected:
  static ast::Expression of(decltype(ast::Expression::node) node) { return {std::move(node), {}}; }
  static ast::Expression operation(ast::Operator op, std::vector<ast::Expression> operands);
  static ast::Expression call(ast::Builtin function, std::vector<ast::Expression> arguments);
  ast::Expression exists(int depth);

 private:
  virtual ast::GroupGraphPattern exists_pattern(int depth) = 0;
  ast::Expression simple_condition(int depth);
};

/// Patterns and queries of any shape.
class QueryGenerator : public ExpressionGenerator {
 public:
  using ExpressionGenerator::ExpressionGenerator;

  ast::GroupGraphPattern group(int depth);
  ast::SelectQuery select(int depth);
  ast::DatasetClause dataset();
  /// ORDER BY a projected variable, LIMIT and OFFSET.
  void cut(ast::SelectQuery& query);

 protected:
  ast::PatternElement element(int depth);
  ast::PatternElement graph_pattern(int depth);
  ast::PatternElement choice(int depth);
  ast::PatternElement service();
  ast::PatternElement subselect(int depth);
  ast::GroupGraphPattern alternative(int depth);
  static void add(ast::GroupGraphPattern& group, ast::PatternElement next);
  ast::TriplesBlock block();
  ast::TriplePattern triple();
  ast::TriplePattern reified();
  ast::TriplePattern plain_triple();
  ast::Node node(unsigned percent_variable, bool object_position);
  ast::Path path(int depth);
  ast::InlineData values();
  void project(ast::SelectQuery& query);

 private:
  ast::GroupGraphPattern exists_pattern(int depth) override;
  ast::Path negated_set();
  void group_rows(ast::SelectQuery& query);
  void cut_subselect(ast::SelectQuery& query);

  std::string block_label_;
};

/// Small queries about one feature each, where chance alone would seldom join anything.
class ThemeGenerator : public QueryGenerator {
 public:
  using QueryGenerator::QueryGenerator;

  ast::SelectQuery small();

 private:
  ast::SelectQuery about_exists();
  ast::SelectQuery about_graphs();
  ast::SelectQuery about_unions();
  ast::SelectQuery about_paths();
  ast::SelectQuery about_services();
  ast::SelectQuery about_regular_expressions();
  ast::SelectQuery over(ast::GroupGraphPattern where);
  ast::PatternElement holder_of_exists();
  ast::PatternElement may_bind_nothing();
  ast::GroupGraphPattern one_block();
  ast::GroupGraphPattern branch();
};

}  // namespace dossier::naive
