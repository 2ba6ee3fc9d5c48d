// SPDX-License-Identifier: Apache-2.0
// What a function is to the evaluator: a row of a table. Each family of functions is a file that
// exports its rows; function_table.cc puts them together.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "dossier/custom_function.h"
#include "engine/functions/evaluation.h"
#include "parser/sparql/ast.h"

namespace dossier::functions {

/// The result for one row; none() is an error.
using Scalar = TermId (*)(Evaluation&, std::span<const Operand>);
/// As Scalar from ids alone: false leaves the row to the scalar. What a function can answer without
/// looking terms up belongs here. For functions of one or two arguments.
using Quick = bool (*)(std::span<const TermId> ids, TermId& result);

struct Function {
  std::string_view name;  ///< as the grammar has it, for messages
  Scalar scalar = nullptr;
  Quick quick = nullptr;
  bool deterministic = true;  ///< the same arguments give the same result
};

struct BuiltinFunction {
  ast::Builtin builtin;
  Function function;
};
struct OperatorFunction {
  ast::Operator op;
  Function function;
};

// The families.
std::span<const OperatorFunction> comparison_operators();
std::span<const OperatorFunction> arithmetic_operators();
std::span<const BuiltinFunction> term_functions();
std::span<const BuiltinFunction> term_constructors();
std::span<const BuiltinFunction> string_functions();
std::span<const BuiltinFunction> search_functions();
std::span<const BuiltinFunction> regex_functions();
std::span<const BuiltinFunction> numeric_functions();
std::span<const BuiltinFunction> date_functions();
std::span<const BuiltinFunction> digest_functions();
std::span<const BuiltinFunction> triple_functions();

/// The function of a built-in call; COALESCE, IF and BOUND have none, for they look at errors.
const Function* find_function(ast::Builtin builtin);
/// The function of an operator; ||, &&, IN and NOT IN have none.
const Function* find_function(ast::Operator op);
/// A function that is called by its IRI.
struct IriFunction {
  std::string iri;
  Arity arity;
  Function function;
};
/// The casts (17.5), and what the planner alone calls.
std::span<const IriFunction> iri_functions();
/// Null for an IRI that is none of them.
const IriFunction* find_iri_function(std::string_view iri);

/// The casts, by the local name of the XML Schema datatype.
std::span<const Function> casts();

}  // namespace dossier::functions
