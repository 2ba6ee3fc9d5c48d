// SPDX-License-Identifier: Apache-2.0
// How long and how much SERVICE and LOAD take of a server on 127.0.0.1.
#include <catch2/catch.hpp>

#include "tests/unit/engine/endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

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

TEST_CASE("a request ends however slowly its answer drips, and whoever it is passed on to") {
  http_test::Server server([](const http_test::Request& request) -> http_test::Reply {
    http_test::Reply reply{.media_type = "text/tab-separated-values",
                           .body = std::string(10'000, '?'),
                           .pause = std::chrono::milliseconds(10)};
    if (request.target == "/hops") {
      reply.pause = std::chrono::milliseconds(1);  // so that one answer alone is in time
      reply.status = 302;
      reply.body.clear();
      reply.location = "/hops";
    }
    return reply;
  });
  TemporaryBase base;
  QueryOptions options = allowing("");
  options.outside.request_timeout = std::chrono::milliseconds(300);
  for (const char* const target : {"/drips", "/hops"}) {
    CAPTURE(target);
    const std::string address = "<" + server.address() + target + ">";
    CHECK_THROWS_WITH(rows(*base, "SELECT * { SERVICE " + address + " { ?s ?p ?o } }", options),
                      Catch::Contains("not complete after 0.3 s"));
    CHECK(rows(*base, "SELECT * { SERVICE SILENT " + address + " { ?s ?p ?o } }", options) ==
          Lines{"- - - "});
    CHECK_THROWS_WITH(base->update("LOAD " + address, options),
                      Catch::Contains("not complete after 0.3 s"));
  }
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

TEST_CASE("an answer has a longest length") {
  Endpoint endpoint("<urn:a> <urn:q> 1");
  TemporaryBase base;
  QueryOptions options = allowing("");
  options.outside.response_bytes = 20;
  CHECK(failure(*base, "SELECT * { SERVICE SILENT <" + endpoint.address() + "> { ?s ?p ?o } }",
                options) == ErrorCode::limit);
}
