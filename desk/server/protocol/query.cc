// SPDX-License-Identifier: Apache-2.0
// Queries: text in, a document in the format that was asked for.
#include <memory>

#include "desk/server/protocol/formats.h"
#include "desk/server/protocol/protocol.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "parser/sparql/parse.h"
#include "parser/sparql/print.h"

namespace dossier::server {
namespace {

/// The dataset of the request goes before the one of the text (SPARQL 1.1 Protocol, 2.1.4).
std::string without_from(const std::string& text, const QueryOptions& options) {
  SparqlOptions syntax;
  syntax.base = options.base;
  syntax.prefixes = predeclared_prefixes();
  ast::Query query = parse_query(text, syntax);
  if (query.dataset == ast::DatasetClause{}) return text;
  query.dataset = {};
  return print(query);
}

bool gives_triples(const QueryResult& result) {
  return result.form() == QueryResult::Form::construct ||
         result.form() == QueryResult::Form::describe;
}

void require_within(std::uint64_t rows, const Context& context) {
  if (rows <= context.options.rows) return;
  throw Error(ErrorCode::limit, "the answer has more than " + std::to_string(context.options.rows) +
                                    " rows; ask for less, with LIMIT or a narrower pattern");
}

Response document_of(QueryResult& result, const ChosenFormat& chosen, const Context& context) {
  Response response;
  response.media_type = chosen.media_type;
  response.headers.emplace_back("Vary", "Accept");
  for (const std::string& warning : result.warnings()) {
    response.headers.emplace_back("Dossier-Warning", percent_encoded(warning));
  }
  response.document = std::make_shared<Spool>(context.options.answer_bytes);
  require_within(write_results(result, *chosen.format, response.document->out()).count, context);
  response.document->finish();
  return response;
}

}  // namespace

Response answer_query(const Context& context, const Request& request, const std::string& text,
                      const Form& form) {
  QueryOptions options = query_options(context, request);
  options.base = origin_of(context, request) + "/sparql";
  // One more than are allowed tells that there are too many.
  options.row_limit = context.options.rows + 1;
  options.dataset.default_graphs = graphs_of(form, "default-graph-uri", options.base);
  options.dataset.named_graphs = graphs_of(form, "named-graph-uri", options.base);
  const std::string asked = options.dataset.empty() ? text : without_from(text, options);
  QueryResult result = context.knowledge.now().query(asked, options);
  const ChosenFormat chosen =
      gives_triples(result) ? triple_format(request, form) : row_format(request, form);
  return document_of(result, chosen, context);
}

}  // namespace dossier::server
