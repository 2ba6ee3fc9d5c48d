// SPDX-License-Identifier: Apache-2.0
// Results of queries as the suites write them down, and their comparison.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dossier/term.h"
#include "parser/results/results.h"
#include "tests/w3c/graph.h"
#include "tests/w3c/manifest.h"

namespace dossier::w3c {

struct ResultSet {
  std::vector<std::string> variables;
  std::vector<std::map<std::string, Term>> rows;  ///< unbound variables are left out
  std::optional<bool> boolean;                    ///< of ASK; then there are no rows
  bool untyped = false;                           ///< from CSV: literals are strings, IRIs too
};

/// Throws as parse_results().
ResultSet read_results(const std::string& text, ResultsFormat format);
/// The vocabulary of http://www.w3.org/2001/sw/DataAccess/tests/result-set#.
ResultSet read_rdf_results(const Graph& graph);
/// True when the graph holds an rs:ResultSet.
bool has_rdf_results(const Graph& graph);

/// The quads of a file in any syntax of RDF.
std::vector<Quad> load_quads(const Suites& suites, const std::string& iri);

/// True when both have the same rows, as a sequence or as a multiset, up to the names of blank
/// nodes.
bool same_rows(const ResultSet& got, const ResultSet& expected, bool ordered);
/// Results with the numbers in canonical form, so that terms are equal when values and types are.
ResultSet with_canonical_numbers(ResultSet results);
/// The rows as a person reads them.
std::string to_text(const ResultSet& results);

}  // namespace dossier::w3c
