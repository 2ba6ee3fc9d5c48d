// SPDX-License-Identifier: Apache-2.0
// The Graph Store HTTP Protocol: a graph is read, replaced, added to and deleted by its name.
#include <map>
#include <memory>
#include <optional>

#include "desk/server/http/accept.h"
#include "desk/server/http/multipart.h"
#include "desk/server/protocol/formats.h"
#include "desk/server/protocol/protocol.h"
#include "dossier/error.h"
#include "dossier/rdf.h"
#include "dossier/results.h"
#include "model/ascii.h"

namespace dossier::server {
namespace {

constexpr const char* kAllow = "GET, HEAD, PUT, POST, DELETE";

struct Target {
  std::optional<Term> graph;  ///< none: the default graph
  bool is_new = false;        ///< the server names the graph
  std::string address = {};   ///< of the graph, without escapes that were not sent
};

/// 4.1 and 4.2 of the protocol.
Target target_of(const Context& context, const Request& request, const Form& form) {
  const bool is_default = form.has("default");
  const std::vector<std::string> names = form.all("graph");
  if (names.size() + (is_default ? 1 : 0) > 1) throw HttpError{400, "a request is for one graph"};
  if (is_default) return {};
  const std::string origin = origin_of(context, request);
  if (!names.empty()) {
    if (!has_scheme(names.front())) throw HttpError{400, "the name of a graph is an absolute IRI"};
    return {.graph = Term::iri(names.front())};
  }
  if (request.raw_path == "/graphs" || request.raw_path == "/graphs/") {
    if (request.method != "POST") {
      throw HttpError{400, "name the graph: ?default, ?graph=IRI or /graphs/NAME"};
    }
    const std::string address = origin + "/graphs/" + random_token();
    return {.graph = Term::iri(address), .is_new = true, .address = address};
  }
  return {.graph = Term::iri(origin + request.raw_path)};
}

RdfFormat body_format(std::string_view media_type) {
  const auto format = rdf_format_of_media_type(without_parameters(media_type));
  if (format == RdfFormat::turtle || format == RdfFormat::ntriples || format == RdfFormat::rdfxml) {
    return *format;
  }
  throw HttpError{415,
                  "the body is a graph in text/turtle, application/n-triples or "
                  "application/rdf+xml"};
}

void read_graph(std::string_view body, std::string_view media_type, const std::string& base,
                const QuadSink& sink) {
  parse_rdf(body, {.format = body_format(media_type), .base = base}, sink);
}

/// What the body holds, before anything is locked. The labels of a part are its own.
std::vector<Quad> triples_of(const Request& request, const std::string& base) {
  std::vector<Quad> quads;
  const std::string_view type = request.header("content-type");
  if (ascii_lower(without_parameters(type)) != "multipart/form-data") {
    read_graph(request.body, type, base, [&](Quad&& quad) { quads.push_back(std::move(quad)); });
    return quads;
  }
  std::size_t number = 0;
  for (const Part& part : parse_multipart(request.body, parameter_of(type, "boundary"))) {
    const std::string suffix = "." + std::to_string(number++);
    const auto own = [&](Term& term) {
      if (term.is_blank_node()) term = Term::blank_node(term.value() + suffix);
    };
    read_graph(part.body, part.media_type, base, [&](Quad&& quad) {
      own(quad.subject);
      own(quad.object);
      quads.push_back(std::move(quad));
    });
  }
  return quads;
}

/// Inserts into a graph, each blank node of the body as a fresh one.
class Inserter {
 public:
  Inserter(Transaction& transaction, const Target& target)
      : transaction_(transaction), graph_(target.graph) {}

  void insert(const Quad& quad) {
    transaction_.insert({fresh(quad.subject), quad.predicate, fresh(quad.object), graph_});
  }

 private:
  Term fresh(const Term& term) {
    if (term.is_triple()) {
      const Triple& triple = term.as_triple();
      return Term::triple({fresh(triple.subject), triple.predicate, fresh(triple.object)});
    }
    if (!term.is_blank_node()) return term;
    const auto found = nodes_.find(term.value());
    if (found != nodes_.end()) return found->second;
    return nodes_.emplace(term.value(), transaction_.new_blank_node()).first->second;
  }

  Transaction& transaction_;
  std::optional<Term> graph_;
  std::map<std::string, Term> nodes_;
};

void require_edit(const Context& context) {
  if (context.options.edit) return;
  throw HttpError{403, "nothing can be changed here: the server runs without --edit"};
}

Transaction begin(const Context& context, const Request& request) {
  return context.knowledge.writable().begin(
      {.timeout = context.options.timeout, .cancellation = request.cancellation});
}

/// The triples of one graph, as a query sees them.
QueryOptions reading(const Context& context, const Request& request, const Target& target) {
  QueryOptions options = query_options(context, request);
  options.default_graph = DefaultGraph::strict;
  if (target.graph) options.dataset.default_graphs = {*target.graph};
  return options;
}

bool exists(Transaction& transaction, const Target& target, const QueryOptions& options) {
  return !target.graph || transaction.query("ASK { ?s ?p ?o }", options).boolean();
}

/// Returns whether there was something.
bool clear(Transaction& transaction, const Target& target, const QueryOptions& options) {
  if (target.graph) return transaction.clear_graph(*target.graph) > 0;
  transaction.update("CLEAR DEFAULT", options);
  return true;
}

Response read_one(const Context& context, const Request& request, const Form& form,
                  const Target& target) {
  const ChosenFormat chosen = graph_format(request, form);
  QueryResult result = context.knowledge.now().query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
                                                     reading(context, request, target));
  Response response;
  response.media_type = chosen.media_type;
  response.headers.emplace_back("Vary", "Accept");
  response.document = std::make_shared<Spool>(context.options.answer_bytes);
  const WrittenResults written = write_results(result, *chosen.format, response.document->out());
  if (written.count == 0 && target.graph) {
    throw HttpError{404, "there is no graph " + target.graph->value()};
  }
  response.document->finish();
  return response;
}

enum class Write { replace, add };

/// PUT and POST: the triples of the request take the graph's place, or come to it.
Response write(const Context& context, const Request& request, const Target& target, Write how) {
  const std::string base = target.graph ? target.graph->value() : origin_of(context, request);
  const std::vector<Quad> triples = triples_of(request, base);
  Transaction transaction = begin(context, request);
  const QueryOptions options = reading(context, request, target);
  const bool was_there = how == Write::replace ? clear(transaction, target, options)
                                               : exists(transaction, target, options);
  Inserter inserter(transaction, target);
  for (const Quad& quad : triples) inserter.insert(quad);
  transaction.commit();
  Response response = Response::plain(was_there ? 204 : 201, "");
  if (target.is_new) response.headers.emplace_back("Location", target.address);
  return response;
}

Response remove(const Context& context, const Request& request, const Target& target) {
  Transaction transaction = begin(context, request);
  if (!clear(transaction, target, reading(context, request, target))) {
    throw HttpError{404, "there is no graph " + target.graph->value()};
  }
  transaction.commit();
  return Response::plain(204, "");
}

}  // namespace

Response answer_graphs(const Context& context, const Request& request) {
  const Form form = Form::parse(request.query);
  const bool reads = request.method == "GET" || request.is_head();
  if (!reads && request.method != "PUT" && request.method != "POST" && request.method != "DELETE") {
    throw HttpError{405, "a graph is read by GET and changed by PUT, POST and DELETE", kAllow};
  }
  if (!reads) require_edit(context);
  const Target target = target_of(context, request, form);
  if (reads) return read_one(context, request, form, target);
  if (request.method == "PUT") return write(context, request, target, Write::replace);
  if (request.method == "POST") return write(context, request, target, Write::add);
  return remove(context, request, target);
}

}  // namespace dossier::server
