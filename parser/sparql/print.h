// SPDX-License-Identifier: Apache-2.0
// Syntax trees back to text, with every IRI in full and without sugar.
//
// parse(print(tree)) == tree up to the labels of blank nodes, which are written _:b1, _:b2, ... in
// the order of their appearance; print(parse(print(tree))) == print(tree) to the letter. BASE is
// left out where it would change an IRI (a relative one from before BASE, dot segments from a
// prefixed name).
#pragma once

#include <map>
#include <string>

#include "parser/sparql/ast.h"

namespace dossier {

std::string print(const ast::Query& query);
std::string print(const ast::Update& update);
std::string print(const ast::GroupGraphPattern& pattern);
std::string print(const ast::Expression& expression);

/// Terms to write in the place of variables.
struct PutIn {
  /// As if the term had been written wherever the name stands.
  std::map<std::string, Term> parameters;
  /// As EXISTS puts a solution into its pattern (SPARQL 1.1, section 18.6): the pattern still binds
  /// the variable, and a sub-SELECT that does not show it has one of its own.
  std::map<std::string, Term> solution;
};
/// A pattern that cannot match with its term (a blank node of this data, a predicate that is no
/// IRI) becomes FILTER (false).
std::string print(const ast::GroupGraphPattern& pattern, const PutIn& values);

/// For people: IRIs are shortened by these prefixes, and there is no prologue.
std::string print(const ast::Expression& expression, const ast::PrefixMap& prefixes);
std::string print(const ast::Path& path, const ast::PrefixMap& prefixes);

}  // namespace dossier
