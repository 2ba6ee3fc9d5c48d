// SPDX-License-Identifier: Apache-2.0
// LOAD of files and of documents from a server on 127.0.0.1.
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>

#include "tests/unit/engine/endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

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

TEST_CASE(
    "LOAD counts the line, statement or element it is reading, and looks at the clock in it") {
  // Every document ends in a fault that only a reader of the whole would find.
  const auto [ending, start, again] = GENERATE(table<std::string, std::string, std::string>(
      {{".nt", "<urn:a> <urn:b> \"", "a long text "},
       {".ttl", "<urn:a> <urn:b> \"\"\"", "a long text\n"},
       {".trig", "<urn:a> { <urn:a> <urn:b> ", "<urn:c>, "},
       {".rdf",
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='urn:'><e:T><e:p>",
        "a long text "}}));
  CAPTURE(ending);
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("dossier_" + std::to_string(::getpid()) + ending);
  {
    std::ofstream file(path);
    file << start;
    for (int i = 0; i < 500'000; ++i) file << again;
  }
  TemporaryBase base;
  const auto code = [&](const QueryOptions& options) {
    try {
      base->update("LOAD <file://" + path.string() + ">", options);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::usage;
  };
  QueryOptions little;
  little.memory_bytes = std::size_t{1} << 20;
  CHECK(code(little) == ErrorCode::limit);
  QueryOptions hurried;
  hurried.timeout = std::chrono::milliseconds(1);
  CHECK(code(hurried) == ErrorCode::timeout);
  std::filesystem::remove(path);
}

TEST_CASE("LOAD counts what short quads take in memory, until they are committed") {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("dossier_" + std::to_string(::getpid()) + ".nt");
  {
    std::ofstream file(path);
    for (int i = 0; i < 20'000; ++i) file << "<urn:" << i << "> <urn:p> \"" << i << "\" .\n";
  }
  TemporaryBase base;
  QueryOptions options;
  options.memory_bytes = std::size_t{12} << 20;  // 600 bytes for each
  CHECK_THROWS_WITH(
      base->update("LOAD <file://" + path.string() + ">", options),
      Catch::Contains("needs more memory than the limit of 12 MiB; raise the limit, or use"));
  options.memory_bytes = std::size_t{24} << 20;
  base->update("LOAD <file://" + path.string() + ">", options);
  CHECK(dump(*base).size() == 20'000);
  std::filesystem::remove(path);
}
