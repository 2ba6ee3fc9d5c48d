// SPDX-License-Identifier: Apache-2.0
// Second step: variables, IRIs, literals, blank nodes and triple terms.
#pragma once

#include "parser/sparql/context.h"

namespace dossier::sparql {

/// True for the nodes that to_node() takes.
bool is_simple_node(Syntax node);

ast::Variable to_variable(Context& context, Syntax node);
/// An IriRef, PrefixedName or TypeKeyword.
Term to_iri(Context& context, Syntax node);
/// A String, RdfLiteral, Number or Boolean.
Term to_literal(Context& context, Syntax node);
/// Var, IRI, literal, blank node, Nil or TripleTerm; the last becomes a Term when it is ground.
ast::Node to_node(Context& context, Syntax node);
/// As to_node(), where only terms are allowed: a data block.
Term to_term(Context& context, Syntax node);

/// A triple term of these parts: a Term when all three are terms.
ast::Node make_triple_term(ast::Node subject, ast::Node predicate, ast::Node object);

}  // namespace dossier::sparql
