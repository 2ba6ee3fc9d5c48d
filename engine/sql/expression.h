// SPDX-License-Identifier: Apache-2.0
// SPARQL expressions as SQL values. || && and ! are SQL's OR, AND and NOT: both have three truth
// values, and NULL is SPARQL's error.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/algebra/variables.h"
#include "engine/sql/value.h"
#include "parser/sparql/ast.h"

namespace dossier::sql {

/// Throws Error(unsupported) naming what there is no SQL for.
[[noreturn]] void refuse(const std::string& what);

class ExpressionCompiler {
 public:
  /// What a row says of a variable; Values::error() where nothing does.
  using Lookup = std::function<Value(Slot)>;
  using Arguments = std::vector<Value>;

  /// All must outlive the compiler. `base` is for IRI().
  ExpressionCompiler(const Values& values, const VariableTable& variables, Lookup lookup,
                     const std::string& base)
      : values_(values), variables_(variables), lookup_(std::move(lookup)), base_(base) {}

  Value compile(const ast::Expression& expression);
  /// Its effective boolean value.
  std::string condition(const ast::Expression& expression);
  /// Whether an expression so far gives another value each time it is computed.
  bool is_volatile() const { return volatile_; }

 private:
  Value variable(const ast::Variable& variable) const;
  Value operation(const ast::Operation& operation);
  Value logical(const ast::Operation& operation, std::string_view word);
  Value membership(const ast::Operation& operation, bool negated);
  Value call(const ast::BuiltinCall& call);
  Value call(const ast::FunctionCall& call);
  Value triple(const ast::Expression& subject, const ast::Expression& predicate,
               const ast::Expression& object);
  Value coalesce(const Arguments& arguments) const;
  Value part_of_triple(const ast::BuiltinCall& call);

  // A family each; error() with `known` false when it doesn't have the function.
  Value made_term(ast::Builtin function, const Arguments& arguments, bool& known);
  Value term_test(ast::Builtin function, const Arguments& arguments, bool& known) const;
  Value term_part(ast::Builtin function, const Arguments& arguments, bool& known) const;
  Value text_function(ast::Builtin function, const Arguments& arguments, bool& known) const;
  Value number_function(ast::Builtin function, const Arguments& arguments, bool& known);
  Value time_function(ast::Builtin function, const Arguments& arguments, bool& known) const;
  Value cast(std::string_view type, const Value& value) const;
  Value regular(const ast::BuiltinCall& call);
  Value resolved(const Value& argument) const;
  Value datatype_of(const Value& value) const;

  const Values& values_;
  const VariableTable& variables_;
  Lookup lookup_;
  const std::string& base_;
  bool volatile_ = false;
};

/// a op b for numbers.
Value arithmetic(const Values& values, ast::Operator op, const Value& a, const Value& b);

}  // namespace dossier::sql
