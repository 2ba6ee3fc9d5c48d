// SPDX-License-Identifier: Apache-2.0
// Parses SPARQL text into a syntax tree: the entry point of parser/sparql.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/sparql/ast.h"

namespace dossier {

struct SparqlOptions {
  std::string base;         ///< base IRI for relative IRIs; empty: relative IRIs stay as they are
  ast::PrefixMap prefixes;  ///< known before the text starts; a PREFIX of the text wins
  /// Variables the caller will replace by terms: the rules of grouping take them for constants.
  std::vector<std::string> parameters;
  /// Whether a call of this IRI is an aggregate, and not a function. Without it none is.
  std::function<bool(std::string_view iri)> is_aggregate = {};
  /// Of groups, parentheses, collections, paths; deeper nesting is Error(limit).
  std::size_t max_nesting = 500;
  /// Called now and then with the bytes that the parser holds beside the text. What it throws ends
  /// the parse.
  std::function<void(std::size_t held)> watch = {};
};

/// Parses a query (SPARQL 1.1 Query, section 19; SPARQL 1.2 where it extends that). Pure: no store,
/// no global state. Throws Error(syntax) with line, column and what was expected; Error(limit) for
/// too deep nesting.
ast::Query parse_query(std::string_view text, const SparqlOptions& options = {});

/// Parses an update request; otherwise as parse_query().
ast::Update parse_update(std::string_view text, const SparqlOptions& options = {});

/// True when `text`, a number of whole lines, is a proper beginning of a query or update that
/// further lines could complete: the REPL asks for more. False for a complete one, for blank text,
/// and for text that is wrong already. A prologue alone is a beginning. Throws nothing.
bool is_incomplete(std::string_view text, const SparqlOptions& options = {});

}  // namespace dossier
