// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "dossier/error.h"
#include "parser/rdf/write.h"
#include "tests/w3c/isomorphism.h"
#include "tests/w3c/outcome.h"

namespace dossier::w3c {
namespace {

RdfFormat format_of(const std::string& iri) {
  const std::optional<RdfFormat> format = rdf_format_of(iri);
  if (!format) throw Error(ErrorCode::input, "no RDF syntax is known by the ending of " + iri);
  return *format;
}

std::vector<Quad> load(const Suites& suites, const std::string& iri) {
  return parse_quads(suites.read(iri), format_of(iri), iri);
}

std::string canonical(std::vector<Quad> quads) {
  std::ostringstream out;
  const auto writer = make_canonical_writer(out, true);
  for (const Quad& quad : quads) writer->write(quad);
  writer->finish();
  return out.str();
}

Outcome expect_rejection(const Suites& suites, const std::string& iri) {
  try {
    const std::vector<Quad> quads = load(suites, iri);
    return failed("accepted", canonical(quads));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::syntax) return passed();
    throw;
  }
}

Outcome compare(const Suites& suites, const std::string& action, const std::string& result) {
  const std::vector<Quad> got = load(suites, action);
  const std::vector<Quad> expected = load(suites, result);
  if (isomorphic(got, expected)) return passed();
  return failed("other quads", "expected\n" + canonical(expected) + "got\n" + canonical(got));
}

Outcome compare_canonical(const Suites& suites, const std::string& action,
                          const std::string& result) {
  const std::string got = canonical(load(suites, action));
  const std::string expected = suites.read(result);
  if (got == expected) return passed();
  return failed("other canonical form", "expected\n" + expected + "got\n" + got);
}

}  // namespace

Outcome run_rdf_test(const Suites& suites, const Test& test) {
  const std::string action = test.property("action").value();
  if (test.type.ends_with("NegativeSyntax") || test.type.ends_with("NegativeEval")) {
    return expect_rejection(suites, action);
  }
  if (test.type.ends_with("PositiveSyntax")) {
    load(suites, action);
    return passed();
  }
  const std::string result = test.property("result").value();
  if (test.type.ends_with("C14N")) return compare_canonical(suites, action, result);
  return compare(suites, action, result);
}

}  // namespace dossier::w3c
