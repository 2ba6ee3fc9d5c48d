// Syntax trees back to text, with every IRI in full: parse(print(tree)) == tree.
#pragma once

#include <string>

#include "parser/sparql/ast.h"

namespace dossier {

std::string print(const ast::Query& query);
std::string print(const ast::Update& update);
std::string print(const ast::GroupGraphPattern& pattern);
std::string print(const ast::Expression& expression);

}  // namespace dossier
