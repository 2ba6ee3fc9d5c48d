// SPDX-License-Identifier: Apache-2.0
// Updates: one request, one transaction.
#include "desk/server/protocol/protocol.h"
#include "dossier/error.h"
#include "dossier/prefixes.h"
#include "parser/sparql/parse.h"

namespace dossier::server {
namespace {

/// SPARQL 1.1 Protocol, 2.2.3: the dataset stands in the request or in the text.
void refuse_two_datasets(const std::string& text, const QueryOptions& options) {
  SparqlOptions syntax;
  syntax.base = options.base;
  syntax.prefixes = predeclared_prefixes();
  for (const ast::UpdateOperation& operation : parse_update(text, syntax).operations) {
    const auto* const modify = std::get_if<ast::Modify>(&operation.node);
    if (modify == nullptr) continue;
    if (!modify->with && modify->using_clause == ast::DatasetClause{}) continue;
    throw HttpError{400,
                    "using-graph-uri and using-named-graph-uri are given, and the update has "
                    "USING or WITH, too"};
  }
}

}  // namespace

Response answer_update(const Context& context, const Request& request, const std::string& text,
                       const Form& form) {
  if (!context.options.edit) {
    throw HttpError{403, "nothing can be changed here: the server runs without --edit"};
  }
  QueryOptions options = query_options(context, request);
  options.base = origin_of(context, request) + "/sparql";
  options.dataset.default_graphs = graphs_of(form, "using-graph-uri", options.base);
  options.dataset.named_graphs = graphs_of(form, "using-named-graph-uri", options.base);
  if (!options.dataset.empty()) refuse_two_datasets(text, options);
  const UpdateReport report = context.knowledge.writable().update(text, options);
  return Response::plain(200, std::to_string(report.inserted) + " quads inserted, " +
                                  std::to_string(report.erased) + " deleted");
}

}  // namespace dossier::server
