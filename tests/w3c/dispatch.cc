// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "dossier/error.h"
#include "tests/w3c/outcome.h"

namespace dossier::w3c {
namespace {

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

Outcome dispatch(const Suites& suites, const Test& test, Workbench& workbench) {
  for (const char* const syntax :
       {"TestNTriples", "TestNQuads", "TestTurtle", "TestTrig", "TestXML"}) {
    if (test.type.starts_with(syntax)) return run_rdf_test(suites, test);
  }
  if (test.type.find("SyntaxTest") != std::string::npos) {
    return run_sparql_syntax_test(suites, test);
  }
  if (test.type == "QueryEvaluationTest" || test.type == "CSVResultFormatTest") {
    return run_query_test(suites, test, workbench);
  }
  if (test.type == "UpdateEvaluationTest") return run_update_test(suites, test, workbench);
  if (test.type == "ProtocolTest" || test.type == "GraphStoreProtocolTest") {
    return run_protocol_test(suites, test, workbench);
  }
  if (test.type == "ServiceDescriptionTest") return run_description_test(test, workbench);
  return failed("no test of type " + test.type + " can be run");
}

}  // namespace

Outcome run_test(const Suites& suites, const Test& test, Workbench& workbench) {
  try {
    return dispatch(suites, test, workbench);
  } catch (const Error& error) {
    return failed(one_line(error.what()), error.describe());
  } catch (const std::exception& error) {
    return failed(one_line(error.what()));
  }
}

}  // namespace dossier::w3c
