// SPDX-License-Identifier: Apache-2.0
// The standard doors: SPARQL 1.1 Protocol, Graph Store HTTP Protocol, Service Description.
#pragma once

#include "desk/server/context.h"

namespace dossier::server {

/// /sparql: queries by GET and POST, updates by POST, and the service description where nothing is
/// asked. Throws HttpError and Error.
Response answer_sparql(const Context& context, const Request& request);

/// Queries: SPARQL 1.1 Protocol, 2.1; `form` has the dataset and what chooses the format.
Response answer_query(const Context& context, const Request& request, const std::string& text,
                      const Form& form);
/// Updates: the same, 2.2.
Response answer_update(const Context& context, const Request& request, const std::string& text,
                       const Form& form);
/// SPARQL 1.1 Service Description.
Response describe_service(const Context& context, const Request& request, const Form& form);
/// /graphs: ?default, ?graph=IRI, or the address of the graph itself.
Response answer_graphs(const Context& context, const Request& request);

}  // namespace dossier::server
