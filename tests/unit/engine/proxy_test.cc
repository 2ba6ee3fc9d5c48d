// SPDX-License-Identifier: Apache-2.0
// Web requests through a proxy. Hosts end in .invalid: only a proxy can answer for them.
#include <catch2/catch.hpp>
#include <mutex>

#include "endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

namespace {

/// Answers for every host, and remembers the requests that reach it: method and target.
class Proxy {
 public:
  Proxy() : server_([this](const http_test::Request& request) { return answer(request); }) {}
  std::string address() const { return server_.address(); }
  std::vector<std::string> asked() {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  std::string authorization() {
    const std::lock_guard lock(mutex_);
    return authorization_;
  }

 private:
  http_test::Reply answer(const http_test::Request& request) {
    const std::lock_guard lock(mutex_);
    asked_.push_back(request.method + " " + request.target);
    const auto header = request.headers.find("proxy-authorization");
    if (header != request.headers.end()) authorization_ = header->second;
    if (request.method == "CONNECT") return {.status = 403};
    if (request.method == "GET")
      return {.media_type = "text/turtle", .body = "<urn:a> <urn:p> 1 ."};
    return {.media_type = "text/tab-separated-values", .body = "?s\n<urn:a>\n"};
  }

  std::mutex mutex_;
  std::vector<std::string> asked_;
  std::string authorization_;
  http_test::Server server_;
};

QueryOptions through(const Proxies& proxies) {
  QueryOptions options = allowing("");
  options.outside.proxies = proxies;
  return options;
}

const char* const kService = "SELECT ?s { SERVICE <http://endpoint.invalid/sparql> { ?s ?p ?o } }";

}  // namespace

TEST_CASE("SERVICE and LOAD go through the proxy of their scheme") {
  Proxy proxy;
  TemporaryBase base;
  const QueryOptions options = through({.http = proxy.address()});
  CHECK(rows(*base, kService, options) == Lines{"<urn:a> "});
  base->update("LOAD <http://data.invalid/a.ttl>", options);
  CHECK(dump(*base).size() == 1);
  CHECK(proxy.asked() == std::vector<std::string>{"POST http://endpoint.invalid/sparql",
                                                  "GET http://data.invalid/a.ttl"});
  // A tunnel is what a proxy is asked for where the address is https.
  CHECK(failure(*base, "SELECT ?s { SERVICE <https://endpoint.invalid/> { ?s ?p ?o } }",
                through({.https = proxy.address()})) == ErrorCode::input);
  CHECK(proxy.asked().back() == "CONNECT endpoint.invalid:443");
}

TEST_CASE("a proxy is told the user and the password of its address") {
  Proxy proxy;
  TemporaryBase base;
  const std::string address = "http://ada:secret@" + proxy.address().substr(7);
  rows(*base, kService, through({.http = address}));
  CHECK(proxy.authorization() == "Basic YWRhOnNlY3JldA==");
}

TEST_CASE("excepted hosts are asked without the proxy") {
  Proxy proxy;
  Endpoint endpoint("<urn:here> <urn:q> 1");
  TemporaryBase base;
  const std::string ask = "SELECT ?s { SERVICE <" + endpoint.address() + "> { ?s ?p ?o } }";
  CHECK(rows(*base, ask, through({.http = proxy.address()})) == Lines{"<urn:a> "});
  const Proxies excepted{.http = proxy.address(), .https = {}, .except = "localhost,127.0.0.1"};
  CHECK(rows(*base, ask, through(excepted)) == Lines{"<urn:here> "});
  CHECK(proxy.asked().size() == 1);
}

TEST_CASE("the library itself takes no proxy from the environment") {
  Proxy proxy;
  Endpoint endpoint("<urn:here> <urn:q> 1");
  TemporaryBase base;
  setenv("http_proxy", proxy.address().c_str(), 1);
  setenv("no_proxy", "*", 1);
  const std::string ask = "SELECT ?s { SERVICE <" + endpoint.address() + "> { ?s ?p ?o } }";
  CHECK(rows(*base, ask, through({})) == Lines{"<urn:here> "});
  CHECK(rows(*base, ask, through({.http = proxy.address()})) == Lines{"<urn:a> "});
  unsetenv("http_proxy");
  unsetenv("no_proxy");
}

TEST_CASE("what is allowed counts behind a proxy, too, and a dead proxy is an error") {
  Proxy proxy;
  TemporaryBase base;
  QueryOptions options = allowing("http://other.invalid/");
  options.outside.proxies.http = proxy.address();
  CHECK(failure(*base, kService, options) == ErrorCode::usage);
  CHECK(proxy.asked().empty());
  CHECK(failure(*base, kService, through({.http = "http://127.0.0.1:1"})) == ErrorCode::input);
}
