// SPDX-License-Identifier: Apache-2.0
// Tests of the HTTP protocols: requests of a manifest in turn, and what must come back. The
// addresses of the manifests (/sparql/, /gsp) become those of our server.
#include <algorithm>
#include <sstream>

#include "dossier/error.h"
#include "model/vocabulary.h"
#include "parser/results/results.h"
#include "tests/w3c/isomorphism.h"
#include "tests/w3c/outcome.h"
#include "tests/w3c/protocol_server.h"
#include "tests/w3c/result_set.h"

namespace dossier::w3c {
namespace {

constexpr std::string_view kHt = "http://www.w3.org/2011/http#";
constexpr std::string_view kHts = "http://www.w3.org/2011/http-statusCodes#";
constexpr std::string_view kCnt = "http://www.w3.org/2011/content#";
constexpr std::string_view kSd = "http://www.w3.org/ns/sparql-service-description#";

std::string ht(const char* name) { return vocabulary::iri(kHt, name); }
std::string mf(const char* name) { return vocabulary::iri(kMf, name); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

/// What a word of the manifest's HTTP status codes allows.
bool allows(const std::string& word, int status) {
  if (word == "OK") return status == 200;
  if (word == "Created") return status == 201;
  if (word == "NoContent") return status == 204;
  if (word == "NotFound") return status == 404;
  if (word.starts_with("StatusCode") && word.size() == 13) return status / 100 == word[10] - '0';
  throw Error(ErrorCode::input, "the manifest expects a status that nobody knows: " + word);
}

class Exchange {
 public:
  Exchange(const Graph& manifest, const ProtocolServer& server)
      : manifest_(manifest), server_(server) {}

  /// "" when the request was answered as it must be.
  std::string run(const Term& request) {
    const std::string target = ours(text(request, ht("absolutePath")));
    const HttpReply reply =
        server_.ask(text(request, ht("methodName")), target, headers(request), ours(body(request)));
    const auto expected = manifest_.object(request, ht("resp"));
    if (!expected) return "the manifest expects nothing";
    std::string problem = compare_status(*expected, reply);
    if (problem.empty()) problem = compare_boolean(*expected, reply);
    if (problem.empty()) problem = compare_format(*expected, reply);
    if (problem.empty()) problem = compare_graph(*expected, reply);
    if (const auto name = manifest_.object(*expected, mf("expectedLocation"))) {
      if (reply.header("location").empty()) return "there is no Location";
      location_ = {name->value(), reply.header("location")};
    }
    if (problem.empty()) return problem;
    return text(request, ht("methodName")) + " " + target + ": " + problem + "\n" + reply.body;
  }

 private:
  std::string text(const Term& node, const std::string& property) const {
    const auto value = manifest_.object(node, property);
    return value ? value->value() : std::string();
  }

  std::string ours(std::string text) const {
    if (!location_.first.empty()) text = replaced(text, location_.first, location_.second);
    if (text.starts_with("http://")) text = path_of(text);
    if (text.starts_with("/gsp")) text = "/graphs" + text.substr(4);
    return text;
  }

  static std::string path_of(const std::string& address) {
    const std::size_t start = address.find("://");
    return start == std::string::npos ? address : address.substr(address.find('/', start + 3));
  }

  Headers headers(const Term& request) const {
    Headers out;
    const auto list = manifest_.object(request, ht("headers"));
    if (!list) return out;
    for (const Term& header : manifest_.list(*list)) {
      out.emplace_back(text(header, ht("fieldName")), text(header, ht("fieldValue")));
    }
    return out;
  }

  std::string body(const Term& request) const {
    const auto node = manifest_.object(request, ht("body"));
    if (!node) return {};
    const std::string chars = text(*node, vocabulary::iri(kCnt, "chars"));
    if (text(*node, vocabulary::iri(kCnt, "characterEncoding")) != "UTF-16") return chars;
    std::string wide = "\xFE\xFF";
    for (const char c : chars) wide += {'\0', c};
    return wide;
  }

  std::string compare_status(const Term& expected, const HttpReply& reply) const {
    const std::vector<Term> allowed = manifest_.objects(expected, mf("expectedStatus"));
    const bool fits = std::any_of(allowed.begin(), allowed.end(), [&](const Term& one) {
      return allows(one.value().substr(kHts.size()), reply.status);
    });
    return fits || allowed.empty() ? "" : "the status is " + std::to_string(reply.status);
  }

  std::string compare_boolean(const Term& expected, const HttpReply& reply) const {
    const std::string wanted = text(expected, mf("expectedBoolean"));
    if (wanted.empty()) return {};
    return reply.body.find("\"boolean\":" + wanted) == std::string::npos ? "not " + wanted : "";
  }

  std::string compare_format(const Term& expected, const HttpReply& reply) const {
    const std::string wanted = text(expected, mf("expectedFormat"));
    const std::string type = reply.header("content-type");
    const auto is = [&](std::initializer_list<const char*> types) {
      return std::any_of(types.begin(), types.end(),
                         [&](const char* one) { return type.starts_with(one); });
    };
    if (wanted.empty()) return {};
    if (wanted == "boolean" || wanted == "tabular") {
      return is({"application/sparql-results+", "text/csv", "text/tab-separated-values"})
                 ? ""
                 : "the type is " + type;
    }
    return is({"text/turtle", "application/n-triples", "application/rdf+xml"})
               ? ""
               : "the type is " + type;
  }

  std::string compare_graph(const Term& expected, const HttpReply& reply) const {
    const std::string wanted = body(expected);
    if (wanted.empty()) return {};
    const std::string base = server_.origin() + "/graphs";
    const bool same = isomorphic(parse_quads(reply.body, RdfFormat::turtle, base),
                                 parse_quads(ours(wanted), RdfFormat::turtle, base));
    return same ? "" : "another graph";
  }

  const Graph& manifest_;
  const ProtocolServer& server_;
  std::pair<std::string, std::string> location_;  ///< the manifest's word for it, and ours
};

/// A test's own data: ut:graphData as in the tests of updates.
void load_data(const Suites& suites, const Test& test, Workbench& workbench) {
  std::vector<Quad> quads;
  for (const Term& entry :
       test.manifest->objects(test.subject, vocabulary::iri(kUt, "graphData"))) {
    const auto file = test.manifest->object(entry, vocabulary::iri(kUt, "graph"));
    const auto name = test.manifest->object(entry, vocabulary::iri(vocabulary::kRdfs, "label"));
    if (!file || !name) throw Error(ErrorCode::input, "ut:graphData lacks its file or name");
    for (Quad& quad : quads_of_file(suites, file->value(), Term::iri(name->value()))) {
      quads.push_back(std::move(quad));
    }
  }
  workbench.load(quads);
}

/// Classes and properties as SPARQL 1.1 Service Description, section 3, has them.
std::string breaks_schema(const Graph& graph, const Term& service) {
  const auto type = vocabulary::iri(vocabulary::kRdf, "type");
  const auto sd = [](const char* name) { return vocabulary::iri(kSd, name); };
  for (const char* property : {"endpoint", "supportedLanguage", "resultFormat", "feature"}) {
    for (const Term& value : graph.objects(service, sd(property))) {
      if (!value.is_iri()) return std::string("a value of sd:") + property + " is no IRI";
    }
  }
  for (const Term& dataset : graph.objects(service, sd("defaultDataset"))) {
    const auto default_graph = graph.object(dataset, sd("defaultGraph"));
    if (graph.object(dataset, type) != Term::iri(sd("Dataset"))) return "the dataset has no class";
    if (!default_graph) return "the dataset has no default graph";
    if (graph.object(*default_graph, type) != Term::iri(sd("Graph"))) return "a graph has no class";
  }
  static constexpr const char* kKnown[] = {
      "endpoint",       "supportedLanguage", "resultFormat", "inputFormat", "feature",
      "defaultDataset", "defaultGraph",      "namedGraph",   "name",        "graph"};
  for (const Quad& quad : graph.quads()) {
    const std::string& iri = quad.predicate.value();
    if (!iri.starts_with(kSd)) continue;
    const bool known = std::any_of(std::begin(kKnown), std::end(kKnown),
                                   [&](const char* one) { return iri == sd(one); });
    if (!known) return "there is no property " + iri;
  }
  return {};
}

}  // namespace

Outcome run_protocol_test(const Suites& suites, const Test& test, Workbench& workbench) {
  load_data(suites, test, workbench);
  const ProtocolServer server(workbench);
  const auto requests = test.manifest->object(test.property("action"), ht("requests"));
  if (!requests) throw Error(ErrorCode::input, "the action has no requests");
  Exchange exchange(*test.manifest, server);
  for (const Term& request : test.manifest->list(*requests)) {
    const std::string problem = exchange.run(request);
    if (!problem.empty()) return failed(problem.substr(0, problem.find('\n')), problem);
  }
  return passed();
}

Outcome run_description_test(const Test& test, Workbench& workbench) {
  workbench.load({});
  const ProtocolServer server(workbench);
  const HttpReply reply = server.ask("GET", "/sparql", {{"Accept", "text/turtle"}}, "");
  const std::string endpoint = server.origin() + "/sparql";
  const Graph graph(parse_quads(reply.body, RdfFormat::turtle, endpoint));
  if (test.id.ends_with("#returns-rdf")) {
    return reply.status == 200 && !graph.quads().empty() ? passed() : failed("no RDF", reply.body);
  }
  const std::vector<Term> services =
      graph.subjects(vocabulary::iri(kSd, "endpoint"), Term::iri(endpoint));
  if (services.size() != 1) return failed("no sd:endpoint " + endpoint, reply.body);
  if (test.id.ends_with("#has-endpoint-triple")) return passed();
  const std::string problem = breaks_schema(graph, services.front());
  return problem.empty() ? passed() : failed(problem, reply.body);
}

}  // namespace dossier::w3c
