// SPDX-License-Identifier: Apache-2.0
#include "dossier/error.h"
#include "tests/w3c/isomorphism.h"
#include "tests/w3c/outcome.h"
#include "tests/w3c/readings.h"

namespace dossier::w3c {
namespace {

RdfFormat format_of(const std::string& iri) {
  const std::optional<RdfFormat> format = rdf_format_of(iri);
  if (!format) throw Error(ErrorCode::input, "no RDF syntax is known by the ending of " + iri);
  return *format;
}

std::vector<Quad> load(const Suites& suites, const std::string& iri) {
  return quads_of({suites.read(iri), format_of(iri), iri});
}

/// A positive test: what was read must be what the other ways of reading it give.
Outcome compare_readings(const Suites& suites, const std::string& iri) {
  const std::string text = suites.read(iri);
  const Document document{text, format_of(iri), iri};
  const auto difference = find_other_reading(document, quads_of(document));
  return difference ? failed("read otherwise in another way", *difference) : passed();
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
  if (isomorphic(got, expected)) return compare_readings(suites, action);
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
    return compare_readings(suites, action);
  }
  const std::string result = test.property("result").value();
  if (test.type.ends_with("C14N")) return compare_canonical(suites, action, result);
  return compare(suites, action, result);
}

}  // namespace dossier::w3c
