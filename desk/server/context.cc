// SPDX-License-Identifier: Apache-2.0
#include "desk/server/context.h"

#include "dossier/error.h"
#include "dossier/rdf.h"

namespace dossier::server {

QueryOptions query_options(const Context& context, const Request& request) {
  QueryOptions options;
  options.timeout = context.options.timeout;
  options.memory_bytes = context.options.memory_bytes;
  options.cancellation = request.cancellation;
  options.outside = OutsideAccess::nothing();
  return options;
}

std::string origin_of(const Context& context, const Request& request) {
  const std::string_view host = request.header("host");
  if (!host.empty()) return "http://" + std::string(host);
  return "http://" + context.options.host + ":" + std::to_string(context.options.port);
}

std::vector<Term> graphs_of(const Form& form, const char* field, const std::string& base) {
  std::vector<Term> terms;
  for (const std::string& iri : form.all(field)) {
    if (iri.empty()) throw HttpError{400, std::string(field) + " is empty"};
    terms.push_back(Term::iri(resolve_iri(base, iri)));
  }
  return terms;
}

int status_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::syntax:
    case ErrorCode::unsupported:
    case ErrorCode::input:
    case ErrorCode::usage:
      return 400;
    case ErrorCode::limit:
    case ErrorCode::timeout:
    case ErrorCode::cancelled:
      return 503;
    case ErrorCode::conflict:
      return 409;
    case ErrorCode::storage:
      return 500;
  }
  return 500;
}

}  // namespace dossier::server
