// SPDX-License-Identifier: Apache-2.0
// Syntax trees back to text, with every IRI in full and without sugar.
//
// parse(print(tree)) == tree up to the labels of blank nodes, which are written _:b1, _:b2, ... in
// the order of their appearance; print(parse(print(tree))) == print(tree) to the letter. BASE is
// left out where it would change an IRI (a relative one from before BASE, dot segments from a
// prefixed name).
#pragma once

#include <string>

#include "parser/sparql/ast.h"

namespace dossier {

std::string print(const ast::Query& query);
std::string print(const ast::Update& update);
std::string print(const ast::GroupGraphPattern& pattern);
std::string print(const ast::Expression& expression);

/// For people: IRIs are shortened by these prefixes, and there is no prologue.
std::string print(const ast::Expression& expression, const ast::PrefixMap& prefixes);
std::string print(const ast::Path& path, const ast::PrefixMap& prefixes);

}  // namespace dossier
