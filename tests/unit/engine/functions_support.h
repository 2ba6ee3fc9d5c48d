// SPDX-License-Identifier: Apache-2.0
// Evaluates expressions given as text, for tables of tests: "expression" -> "term".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/functions/expression.h"
#include "engine/runtime/term_table.h"
#include "storage/memory_source.h"

namespace dossier::test {

/// A query's worth of surroundings: an empty store, a fixed clock, base <http://example.org/>.
struct Workbench {
  Workbench();

  storage::MemorySource source;
  MemoryBudget memory;
  TermTable terms;
  EvaluationContext context;
};

/// The term that Turtle writes as `text`, with the prefixes : (http://example.org/), xsd and rdf.
Term term(std::string_view text);

/// What `expression` gives, as in N-Triples; "error" for an error. It is evaluated twice, with its
/// constants as they are (folded when compiled) and with each put into a column of a batch; the two
/// are checked to agree.
std::string result_of(const std::string& expression);

struct Expectation {
  const char* expression;
  const char* result;  ///< in Turtle; "error"
};
/// Checks every row.
void check_all(const std::vector<Expectation>& table);

/// The expression of "SELECT (text AS ?result) {}".
ast::Expression parse_expression(const std::string& text);

}  // namespace dossier::test
