// What came of a test.
#pragma once

#include <string>

#include "tests/w3c/manifest.h"

namespace dossier::w3c {

enum class Verdict { passed, failed, skipped };

struct Outcome {
  Verdict verdict = Verdict::passed;
  std::string reason;  ///< one line; why it failed or was skipped
  std::string detail;  ///< what was expected and what came, for --show
};

inline Outcome passed() { return {}; }
inline Outcome failed(std::string reason, std::string detail = {}) {
  return {Verdict::failed, std::move(reason), std::move(detail)};
}

/// N-Triples, N-Quads, Turtle and TriG: syntax, evaluation and canonical form.
Outcome run_rdf_test(const Suites& suites, const Test& test);

/// SPARQL queries and updates that must, or must not, parse.
Outcome run_sparql_syntax_test(const Suites& suites, const Test& test);

/// Runs a test by its type. Errors become failures; a type nobody knows is one.
Outcome run_test(const Suites& suites, const Test& test);

}  // namespace dossier::w3c
