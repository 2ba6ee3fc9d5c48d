// SPDX-License-Identifier: Apache-2.0
// SERVICE and LOAD against a server on 127.0.0.1 that answers with an engine of its own.
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "dossier/dossier.h"
#include "parser/results/results.h"
#include "tests/http/server.h"

using namespace dossier;

namespace {

class TemporaryBase {
 public:
  TemporaryBase()
      : path_(std::filesystem::temp_directory_path() /
              ("dossier_service_test_" + std::to_string(::getpid()) + "_" +
               std::to_string(++counter_))),
        base_(KnowledgeBase::open(path_.string())) {}
  ~TemporaryBase() {
    base_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  KnowledgeBase& operator*() { return *base_; }
  KnowledgeBase* operator->() { return &*base_; }

 private:
  static inline int counter_ = 0;
  std::filesystem::path path_;
  std::optional<KnowledgeBase> base_;
};

const char* media_type(ResultsFormat format) {
  return format == ResultsFormat::xml   ? "application/sparql-results+xml"
         : format == ResultsFormat::tsv ? "text/tab-separated-values"
                                        : "application/sparql-results+json";
}

/// An endpoint over data of its own that remembers what it was asked.
class Endpoint {
 public:
  explicit Endpoint(const std::string& data, ResultsFormat format = ResultsFormat::json)
      : format_(format), server_([this](const http_test::Request& r) { return answer(r); }) {
    base_->update("INSERT DATA { " + data + " }");
  }
  std::string address() const { return server_.address() + "/sparql"; }
  std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  std::atomic<bool> only_get = false;

 private:
  http_test::Reply answer(const http_test::Request& request) {
    if (only_get && request.method == "POST") return {.status = 405};
    const std::string query = request.parameter("query");
    const std::lock_guard lock(mutex_);
    asked_.push_back(query);
    try {
      std::ostringstream out;
      const auto writer = make_results_writer(out, format_);
      QueryResult result = base_->query(query);
      writer->begin(result.variables());
      for (const Row& row : result) writer->row(row.values());
      writer->end();
      return {.media_type = media_type(format_), .body = out.str()};
    } catch (const Error& error) {
      return {.status = 400, .body = error.describe()};
    }
  }

  TemporaryBase base_;
  ResultsFormat format_;
  std::mutex mutex_;
  std::vector<std::string> asked_;
  http_test::Server server_;
};

QueryOptions allowing(const std::string& start) {
  QueryOptions options;
  options.outside.web = {start};
  return options;
}

using Lines = std::multiset<std::string>;

Lines rows(KnowledgeBase& base, const std::string& query, const QueryOptions& options) {
  Lines lines;
  for (const Row& row : base.query(query, options)) {
    std::string line;
    for (const auto& value : row.values()) line += (value ? value->to_string() : "-") + " ";
    lines.insert(line);
  }
  return lines;
}

Lines dump(KnowledgeBase& base) {
  Lines lines;
  base.dump([&](const Quad& quad) {
    lines.insert(quad.subject.to_string() + " " + quad.predicate.to_string() + " " +
                 quad.object.to_string() +
                 (quad.graph ? " " + quad.graph->to_string() : std::string()));
  });
  return lines;
}

ErrorCode failure(KnowledgeBase& base, const std::string& query, const QueryOptions& options) {
  try {
    rows(base, query, options);
  } catch (const Error& error) {
    return error.code();
  }
  throw std::runtime_error("no failure");
}

}  // namespace

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
    return {.media_type = "application/sparql-results+json", .body = "{\"head\":"};
  });
  TemporaryBase base;
  base->update("INSERT DATA { <urn:a> <urn:p> 1 }");
  const QueryOptions options = allowing("");
  const std::string rest = "<" + server.address() + "/> { ?s <urn:q> ?o } }";
  for (const char* const wrong : {"status", "type", "damaged"}) {
    kind = wrong;
    CHECK(failure(*base, "SELECT ?s ?o { ?s <urn:p> ?n SERVICE " + rest, options) ==
          ErrorCode::input);
    CHECK(rows(*base, "SELECT ?s ?o { ?s <urn:p> ?n SERVICE SILENT " + rest, options) ==
          Lines{"<urn:a> - "});
  }
  CHECK(failure(*base, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", options) ==
        ErrorCode::input);
}

TEST_CASE("waiting for an endpoint ends with the query's limits") {
  std::atomic<bool> release = false;
  http_test::Server server([&](const http_test::Request&) -> http_test::Reply {
    while (!release) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return {.status = 500};
  });
  TemporaryBase base;
  const std::string query = "SELECT * { SERVICE SILENT <" + server.address() + "> { ?s ?p ?o } }";
  QueryOptions options = allowing("");
  options.timeout = std::chrono::milliseconds(100);
  CHECK(failure(*base, query, options) == ErrorCode::timeout);
  options.timeout.reset();
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    options.cancellation.cancel();
  });
  CHECK(failure(*base, query, options) == ErrorCode::cancelled);
  canceller.join();
  QueryOptions limited = allowing("");
  limited.timeout = std::chrono::milliseconds(100);
  CHECK_THROWS_AS(base->update("LOAD SILENT <" + server.address() + ">", limited), Error);
  release = true;
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

TEST_CASE("a server that never answers ends the request") {
  std::atomic<bool> release = false;
  http_test::Server server([&](const http_test::Request&) -> http_test::Reply {
    while (!release) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return {.status = 500};
  });
  TemporaryBase base;
  QueryOptions options = allowing("");
  options.outside.idle_timeout = std::chrono::milliseconds(100);
  CHECK(failure(*base, "SELECT * { SERVICE <" + server.address() + "> { ?s ?p ?o } }", options) ==
        ErrorCode::input);
  CHECK(rows(*base, "SELECT * { SERVICE SILENT <" + server.address() + "> { ?s ?p ?o } }",
             options) == Lines{"- - - "});
  release = true;
}

TEST_CASE("answers count towards the memory limit") {
  http_test::Server server([](const http_test::Request&) -> http_test::Reply {
    return {.media_type = "text/tab-separated-values",
            .body = "?s\n\"" + std::string(std::size_t{20} << 20, 'x') + "\"\n"};
  });
  TemporaryBase base;
  QueryOptions options = allowing("");
  options.memory_bytes = std::size_t{16} << 20;
  CHECK(failure(*base, "SELECT * { SERVICE SILENT <" + server.address() + "> { ?s ?p ?o } }",
                options) == ErrorCode::limit);
  CHECK_THROWS_AS(base->update("LOAD SILENT <" + server.address() + "/x.nt>", options), Error);
}

TEST_CASE("SERVICE is refused where nothing may be asked") {
  TemporaryBase base;
  CHECK(failure(*base, "SELECT * { SERVICE SILENT <http://a.invalid/> { ?s ?p ?o } }", {}) ==
        ErrorCode::usage);
}

TEST_CASE("an answer has a longest length") {
  Endpoint endpoint("<urn:a> <urn:q> 1");
  TemporaryBase base;
  QueryOptions options = allowing("");
  options.outside.response_bytes = 20;
  CHECK(failure(*base, "SELECT * { SERVICE SILENT <" + endpoint.address() + "> { ?s ?p ?o } }",
                options) == ErrorCode::limit);
}

TEST_CASE("LOAD takes documents of the web by their media type, else by their name") {
  std::string accept;
  http_test::Server server([&](const http_test::Request& request) -> http_test::Reply {
    accept = request.headers.at("accept");
    if (request.target == "/negotiated") {
      return {.media_type = "text/turtle; charset=utf-8", .body = "<a> <urn:p> <#b> ."};
    }
    if (request.target == "/named.nt?v=1") return {.body = "<urn:a> <urn:p> <urn:b> ."};
    if (request.target == "/moved") return {.status = 302, .location = "/dir/negotiated"};
    if (request.target == "/dir/negotiated") {
      return {.media_type = "application/rdf+xml",
              .body =
                  "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                  "xmlns:e='urn:'><r:Description r:about='x' e:p='1'/></r:RDF>"};
    }
    return {.status = 404};
  });
  TemporaryBase base;
  const QueryOptions options = allowing(server.address());
  base->update("LOAD <" + server.address() + "/negotiated>", options);
  CHECK(dump(*base) ==
        Lines{"<" + server.address() + "/a> <urn:p> <" + server.address() + "/negotiated#b>"});
  CHECK(accept.find("text/turtle") != std::string::npos);
  base->update("CLEAR ALL ; LOAD <" + server.address() + "/named.nt?v=1> INTO GRAPH <urn:g>",
               options);
  CHECK(dump(*base) == Lines{"<urn:a> <urn:p> <urn:b> <urn:g>"});
  base->update("CLEAR ALL ; LOAD <" + server.address() + "/moved>", options);
  CHECK(dump(*base) == Lines{"<" + server.address() + "/dir/x> <urn:p> \"1\""});
  CHECK_THROWS_AS(base->update("LOAD <" + server.address() + "/missing>", options), Error);
  base->update("CLEAR ALL ; LOAD SILENT <" + server.address() + "/missing>", options);
  CHECK(dump(*base).empty());
  CHECK_THROWS_AS(base->update("LOAD SILENT <" + server.address() + "/negotiated>"), Error);
}

TEST_CASE("LOAD of files can be forbidden") {
  TemporaryBase base;
  QueryOptions options;
  options.outside = OutsideAccess::nothing();
  CHECK_THROWS_AS(base->update("LOAD SILENT <file:///etc/hosts>", options), Error);
  CHECK_THROWS_AS(base->update("LOAD SILENT </etc/hosts>", options), Error);
}

TEST_CASE("LOAD reads regular files only, and their whole names") {
  TemporaryBase base;
  const auto what = [&](const std::string& iri) -> std::string {
    try {
      base->update("LOAD <" + iri + ">");
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(what("file:///etc/passwd%00.nt").find("%00") != std::string::npos);
  const std::filesystem::path link =
      std::filesystem::temp_directory_path() / ("dossier_" + std::to_string(::getpid()) + ".nt");
  std::filesystem::create_symlink("/dev/zero", link);
  CHECK(what("file://" + link.string()).find("regular file") != std::string::npos);
  std::filesystem::remove(link);
}
