// SPDX-License-Identifier: Apache-2.0
// What came of a test.
#pragma once

#include <string>

#include "tests/w3c/manifest.h"

namespace dossier::w3c {

enum class Verdict { passed, failed, skipped };

struct Outcome {
  Verdict verdict = Verdict::passed;
  std::string reason;  ///< one line; why it failed or was skipped, or on what terms it passed
  std::string detail;  ///< what was expected and what came, for --show
};

inline Outcome passed(std::string note = {}) { return {Verdict::passed, std::move(note), {}}; }
inline Outcome failed(std::string reason, std::string detail = {}) {
  return {Verdict::failed, std::move(reason), std::move(detail)};
}

/// N-Triples, N-Quads, Turtle, TriG and RDF/XML: syntax, evaluation and canonical form.
Outcome run_rdf_test(const Suites& suites, const Test& test);

/// SPARQL queries and updates that must, or must not, parse.
Outcome run_sparql_syntax_test(const Suites& suites, const Test& test);

class Workbench;
/// The answer to a query over the data of the test.
Outcome run_query_test(const Suites& suites, const Test& test, Workbench& workbench);
/// The dataset after an update.
Outcome run_update_test(const Suites& suites, const Test& test, Workbench& workbench);

/// Requests to a server: SPARQL Protocol and Graph Store Protocol.
Outcome run_protocol_test(const Suites& suites, const Test& test, Workbench& workbench);
/// What a server says of itself.
Outcome run_description_test(const Test& test, Workbench& workbench);

/// Runs a test by its type. Errors become failures; a type nobody knows is one.
Outcome run_test(const Suites& suites, const Test& test, Workbench& workbench);

}  // namespace dossier::w3c
