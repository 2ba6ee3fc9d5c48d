// SPDX-License-Identifier: Apache-2.0
// SERVICE against a server on 127.0.0.1 that answers with an engine of its own.
#include <catch2/catch.hpp>

#include "tests/unit/engine/endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

TEST_CASE("SERVICE joins with what is here, in every format of results") {
  for (const ResultsFormat format : {ResultsFormat::json, ResultsFormat::xml, ResultsFormat::tsv}) {
    Endpoint endpoint("<urn:a> <urn:q> 'one'@en , _:n . <urn:b> <urn:q> 2 . <urn:c> <urn:q> 3",
                      format);
    TemporaryBase base;
    base->update("INSERT DATA { <urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 }");
    const QueryOptions options = allowing(endpoint.address());
    const std::string service = "SERVICE <" + endpoint.address() + "> ";
    CHECK(
        rows(*base,
             "SELECT ?s ?o { ?s <urn:p> ?n " + service + "{ ?s <urn:q> ?o FILTER(!isBlank(?o)) } }",
             options) ==
        Lines{"<urn:a> \"one\"@en ", "<urn:b> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> "});
    // The one request carried the two subjects, so that the third never came.
    REQUIRE(endpoint.asked().size() == 1);
    CHECK(endpoint.asked()[0].find("VALUES") != std::string::npos);
    CHECK(endpoint.asked()[0].find("<urn:a>") != std::string::npos);
    CHECK(rows(*base,
               "SELECT ?s ?o { ?s <urn:p> ?n OPTIONAL { " + service +
                   "{ ?s <urn:q> ?o FILTER(?o = ?s || ?o = 2) } } }",
               options) ==
          Lines{"<urn:a> - ", "<urn:b> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> "});
    CHECK(rows(*base, "SELECT (COUNT(*) AS ?n) { " + service + "{ ?s ?p ?o } }", options) ==
          Lines{"\"4\"^^<http://www.w3.org/2001/XMLSchema#integer> "});
    CHECK(rows(*base,
               "SELECT ?s { ?s <urn:p> ?n FILTER EXISTS { " + service + "{ ?s <urn:q> 2 } } }",
               options) == Lines{"<urn:b> "});
    CHECK(rows(*base, "SELECT ?s { ?s <urn:p> ?n MINUS { " + service + "{ ?s <urn:q> 2 } } }",
               options) == Lines{"<urn:a> "});
  }
}

TEST_CASE("SERVICE goes through many rows in blocks") {
  std::string data;
  for (int i = 0; i < 1000; ++i) {
    data += "<urn:" + std::to_string(i) + "> <urn:q> " + std::to_string(i) + " . ";
  }
  Endpoint endpoint(data);
  TemporaryBase base;
  base->update("INSERT DATA { " + data + " }");
  const Lines found = rows(*base,
                           "SELECT ?s ?o { ?s <urn:q> ?n FILTER(?n < 700) SERVICE <" +
                               endpoint.address() + "> { ?s <urn:q> ?o } }",
                           allowing(""));
  CHECK(found.size() == 700);
  CHECK(endpoint.asked().size() == 4);
}

TEST_CASE("the endpoint of SERVICE may be a variable, and a parameter goes along") {
  Endpoint first("<urn:a> <urn:q> 'first'"), second("<urn:a> <urn:q> 'second' , 'other'");
  TemporaryBase base;
  base->update("INSERT DATA { <urn:x> <urn:at> <" + first.address() + "> . <urn:y> <urn:at> <" +
               second.address() + "> ; <urn:of> <urn:a> . <urn:x> <urn:of> <urn:a> }");
  QueryOptions options = allowing(first.address());
  options.outside.web.push_back(second.address());
  const std::string query =
      "SELECT ?w ?o { ?w <urn:of> ?s . SERVICE ?e { ?s <urn:q> ?o } ?w <urn:at> ?e }";
  CHECK(rows(*base, query, options) ==
        Lines{"<urn:x> \"first\" ", "<urn:y> \"other\" ", "<urn:y> \"second\" "});
  options.parameters = {{"what", Term::string("other")}};
  CHECK(rows(*base, "SELECT ?e { ?w <urn:at> ?e SERVICE ?e { ?s <urn:q> $what } }", options) ==
        Lines{"<" + second.address() + "> "});
  CHECK(failure(*base, "SELECT * { SERVICE ?nowhere { ?s ?p ?o } }", allowing("")) ==
        ErrorCode::input);
}

TEST_CASE("SERVICE reaches what is allowed, and nothing by default") {
  Endpoint endpoint("<urn:a> <urn:q> 1");
  http_test::Server away([&](const http_test::Request&) {
    return http_test::Reply{.status = 307, .location = endpoint.address()};
  });
  TemporaryBase base;
  const auto ask = [](const std::string& address, const char* silent = "") {
    return std::string("SELECT ?s { SERVICE ") + silent + " <" + address + "> { ?s ?p ?o } }";
  };
  CHECK(failure(*base, ask(endpoint.address()), {}) == ErrorCode::usage);
  CHECK(failure(*base, ask(endpoint.address(), "SILENT"), {}) == ErrorCode::usage);
  CHECK(failure(*base, ask(endpoint.address()), allowing("http://example.org/")) ==
        ErrorCode::usage);
  // A redirection leads nowhere that is not allowed itself.
  CHECK(failure(*base, ask(away.address()), allowing(away.address())) == ErrorCode::usage);
  CHECK(endpoint.asked().empty());
  QueryOptions both = allowing(away.address());
  both.outside.web.push_back(endpoint.address());
  CHECK(rows(*base, ask(away.address()), both) == Lines{"<urn:a> "});
}

TEST_CASE("SERVICE by GET where POST is refused") {
  Endpoint endpoint("<urn:a> <urn:q> 1");
  endpoint.only_get = true;
  TemporaryBase base;
  CHECK(rows(*base, "SELECT ?s { SERVICE <" + endpoint.address() + "?key=1> { ?s ?p ?o } }",
             allowing("")) == Lines{"<urn:a> "});
}

TEST_CASE("what endpoints do wrong is an error, and with SILENT one empty solution") {
  std::string kind;
  http_test::Server server([&](const http_test::Request&) -> http_test::Reply {
    if (kind == "status") return {.status = 500, .body = "out of order"};
    if (kind == "type") return {.media_type = "text/html", .body = "<html/>"};
    const std::string body = kind == "deep" ? std::string(10'000, '[') : "";
    return {.media_type = "application/sparql-results+json", .body = "{\"head\":" + body};
  });
  TemporaryBase base;
  base->update("INSERT DATA { <urn:a> <urn:p> 1 }");
  const QueryOptions options = allowing("");
  const std::string rest = "<" + server.address() + "/> { ?s <urn:q> ?o } }";
  for (const char* const wrong : {"status", "type", "damaged", "deep"}) {
    kind = wrong;
    CHECK(failure(*base, "SELECT ?s ?o { ?s <urn:p> ?n SERVICE " + rest, options) ==
          ErrorCode::input);
    CHECK(rows(*base, "SELECT ?s ?o { ?s <urn:p> ?n SERVICE SILENT " + rest, options) ==
          Lines{"<urn:a> - "});
  }
  CHECK(failure(*base, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", options) ==
        ErrorCode::input);
}

TEST_CASE("only addresses below an allowed one are asked, also after a redirection") {
  std::string location;
  std::atomic<int> reached = 0;
  http_test::Server server([&](const http_test::Request& request) -> http_test::Reply {
    if (request.target.starts_with("/pub/moved")) return {.status = 302, .location = location};
    ++reached;
    return {.media_type = "text/tab-separated-values", .body = "?s\n1\n"};
  });
  TemporaryBase base;
  const std::string host = server.address().substr(std::string("http://").size());
  const auto ask = [&](const std::string& address, const std::string& allowed) {
    return rows(*base, "SELECT ?s { SERVICE SILENT <" + address + "> { ?s ?p ?o } }",
                allowing(allowed));
  };
  CHECK_THROWS_AS(ask("http://example.org@" + host + "/ok", "http://example.org"), Error);
  CHECK_THROWS_AS(ask("http://example.org:80@" + host + "/ok", "http://example.org:80"), Error);
  CHECK_THROWS_AS(
      ask(server.address() + "/ok", server.address().substr(0, server.address().size() - 1)),
      Error);
  CHECK_THROWS_AS(ask(server.address() + "/pub/../ok", server.address() + "/pub/"), Error);
  for (const char* const target : {"/ok", "/pub/../ok", "/pub/%2e%2e/ok"}) {
    location = server.address() + target;
    CHECK_THROWS_AS(ask(server.address() + "/pub/moved", server.address() + "/pub"), Error);
  }
  location = "http://" + host + "@" + host + "/pub/x";
  CHECK_THROWS_AS(ask(server.address() + "/pub/moved", server.address() + "/pub"), Error);
  CHECK(reached == 0);
  location = server.address() + "/pub/there";
  CHECK(ask(server.address() + "/pub/moved", server.address() + "/pub").size() == 1);
  CHECK(ask(server.address() + "/anything", "").size() == 1);
}

TEST_CASE("SERVICE is refused where nothing may be asked") {
  TemporaryBase base;
  CHECK(failure(*base, "SELECT * { SERVICE SILENT <http://a.invalid/> { ?s ?p ?o } }", {}) ==
        ErrorCode::usage);
}
