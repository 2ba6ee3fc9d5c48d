// SPDX-License-Identifier: Apache-2.0
// What the endpoint can do, in RDF (SPARQL 1.1 Service Description).
#include <memory>
#include <string>

#include "desk/server/protocol/formats.h"
#include "desk/server/protocol/protocol.h"
#include "model/vocabulary.h"
#include "parser/rdf/write.h"

namespace dossier::server {
namespace {

constexpr std::string_view kSd = "http://www.w3.org/ns/sparql-service-description#";
constexpr std::string_view kVoid = "http://rdfs.org/ns/void#";
constexpr std::string_view kFormats = "http://www.w3.org/ns/formats/";

Term in(std::string_view space, std::string_view name) {
  return Term::iri(vocabulary::iri(space, name));
}

class Description {
 public:
  explicit Description(RdfWriter& writer) : writer_(writer) {}

  void service(const Term& endpoint, bool edit) {
    const Term service = Term::blank_node("service");
    say(service, in(vocabulary::kRdf, "type"), in(kSd, "Service"));
    say(service, in(kSd, "endpoint"), endpoint);
    say(service, in(kSd, "supportedLanguage"), in(kSd, "SPARQL10Query"));
    say(service, in(kSd, "supportedLanguage"), in(kSd, "SPARQL11Query"));
    if (edit) say(service, in(kSd, "supportedLanguage"), in(kSd, "SPARQL11Update"));
    say(service, in(kSd, "feature"), in(kSd, "UnionDefaultGraph"));
    for (const char* format :
         {"SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
          "Turtle", "N-Triples", "RDF_XML", "N-Quads", "TriG"}) {
      say(service, in(kSd, "resultFormat"), in(kFormats, format));
    }
    for (const char* format : {"Turtle", "N-Triples", "RDF_XML"}) {
      if (edit) say(service, in(kSd, "inputFormat"), in(kFormats, format));
    }
    say(service, in(kSd, "defaultDataset"), Term::blank_node("dataset"));
  }

  void dataset(std::uint64_t quads) {
    const Term dataset = Term::blank_node("dataset"), graph = Term::blank_node("default");
    say(dataset, in(vocabulary::kRdf, "type"), in(kSd, "Dataset"));
    say(dataset, in(kSd, "defaultGraph"), graph);
    say(graph, in(vocabulary::kRdf, "type"), in(kSd, "Graph"));
    // Of the union of all graphs; the same triple in two graphs counts twice.
    say(graph, in(kVoid, "triples"), Term::integer(static_cast<std::int64_t>(quads)));
  }

 private:
  void say(const Term& subject, const Term& predicate, const Term& object) {
    writer_.write({subject, predicate, object, std::nullopt});
  }

  RdfWriter& writer_;
};

}  // namespace

Response describe_service(const Context& context, const Request& request, const Form& form) {
  const ChosenFormat chosen = graph_format(request, form);
  Response response;
  response.media_type = chosen.media_type;
  response.headers.emplace_back("Vary", "Accept");
  response.document = std::make_shared<Spool>(context.options.answer_bytes);
  const std::string origin = origin_of(context, request);
  const auto writer = make_rdf_writer(
      response.document->out(), *chosen.format->rdf,
      {{"sd", std::string(kSd)}, {"void", std::string(kVoid)}, {"format", std::string(kFormats)}});
  Description description(*writer);
  // The address as it was asked for: clients look for themselves in it.
  description.service(Term::iri(origin + request.raw_path), context.options.edit);
  description.dataset(context.knowledge.now().statistics().quads);
  writer->finish();
  response.document->finish();
  return response;
}

}  // namespace dossier::server
