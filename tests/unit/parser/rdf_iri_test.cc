// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "dossier/rdf.h"

using namespace dossier;

TEST_CASE("References resolve as in RFC 3986, section 5.4") {
  const std::pair<const char*, const char*> cases[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& [reference, expected] : cases) {
    INFO(reference);
    CHECK(resolve_iri("http://a/b/c/d;p?q", reference) == expected);
  }
}

TEST_CASE("References resolve against bases of other shapes") {
  CHECK(resolve_iri("", "../x") == "../x");
  CHECK(resolve_iri("http://a", "g") == "http://a/g");
  CHECK(resolve_iri("urn:x:y", "#f") == "urn:x:y#f");
  CHECK(resolve_iri("urn:x:y", "z") == "urn:z");
  CHECK(resolve_iri("file:///a/b", "c") == "file:///a/c");
  CHECK(resolve_iri("http://a/b?q", "#") == "http://a/b?q#");
  // An absolute IRI is not touched, or writing it and reading it back would change it.
  CHECK(resolve_iri("http://a/b", "http:/./c/../d") == "http:/./c/../d");
}

TEST_CASE("Formats are told by file names and words") {
  CHECK(rdf_format_of("x/y.nt") == RdfFormat::ntriples);
  CHECK(rdf_format_of("x.nq.gz") == RdfFormat::nquads);
  CHECK(rdf_format_of("x.trig.zst") == RdfFormat::trig);
  CHECK(rdf_format_of("x.nt.xz") == RdfFormat::ntriples);
  CHECK(rdf_format_of("x.ttl") == RdfFormat::turtle);
  CHECK_FALSE(rdf_format_of("nt"));
  CHECK_FALSE(rdf_format_of("x.txt"));
  CHECK(rdf_format_named("turtle") == RdfFormat::turtle);
  CHECK_FALSE(rdf_format_named("n3"));
}
