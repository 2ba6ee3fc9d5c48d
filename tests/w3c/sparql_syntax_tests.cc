// SPDX-License-Identifier: Apache-2.0
#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/sparql/parse.h"
#include "tests/w3c/outcome.h"

namespace dossier::w3c {
namespace {

/// The query or request itself, or what the action node calls so.
std::string text_of(const Suites& suites, const Test& test, bool update) {
  const Term action = test.property("action");
  if (action.is_iri()) return suites.read(action.value());
  const std::string name = update ? vocabulary::iri(kUt, "request") : vocabulary::iri(kQt, "query");
  const std::optional<Term> file = test.manifest->object(action, name);
  if (!file) throw Error(ErrorCode::input, "the action names no file");
  return suites.read(file->value());
}

void parse(const std::string& text, bool update, const std::string& base) {
  SparqlOptions options;
  options.base = base;
  if (update) {
    parse_update(text, options);
  } else {
    parse_query(text, options);
  }
}

}  // namespace

Outcome run_sparql_syntax_test(const Suites& suites, const Test& test) {
  const bool update = test.type.find("Update") != std::string::npos;
  const std::string text = text_of(suites, test, update);
  const std::string base = suites.iri_of(test.directory + "/");
  if (test.type.starts_with("Positive")) {
    parse(text, update, base);
    return passed();
  }
  try {
    parse(text, update, base);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::syntax) return passed();
    throw;
  }
  return failed("accepted", text);
}

}  // namespace dossier::w3c
