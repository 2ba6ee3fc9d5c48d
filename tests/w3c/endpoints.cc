// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/endpoints.h"

#include <sstream>

#include "dossier/error.h"
#include "parser/results/results.h"

namespace dossier::w3c {

Endpoints::Endpoints()
    : server_([this](const http_test::Request& request) { return answer(request); }) {}

void Endpoints::add(const std::string& address, const std::vector<Quad>& data) {
  bases_.emplace(address, std::make_unique<Workbench>()).first->second->load(data);
}

std::string Endpoints::localised(const std::string& query) const {
  std::string text = query;
  for (std::size_t at = text.find("SERVICE "); at != std::string::npos;
       at = text.find("SERVICE ", at + 1)) {
    const std::size_t open = text.find_first_of("<{?", at);
    if (open == std::string::npos || text[open] != '<') continue;
    text.insert(open + 1, local(""));
  }
  return text;
}

Term Endpoints::localised(const Term& term) const {
  return term.is_iri() && bases_.contains(term.value()) ? Term::iri(local(term.value())) : term;
}

Term Endpoints::original(const Term& term) const {
  const std::string start = local("");
  if (!term.is_iri() || !term.value().starts_with(start)) return term;
  return Term::iri(term.value().substr(start.size()));
}

OutsideAccess Endpoints::access() const {
  OutsideAccess access = OutsideAccess::nothing();
  access.web = {local("")};
  return access;
}

http_test::Reply Endpoints::answer(const http_test::Request& request) {
  const auto base = bases_.find(request.target.substr(1));
  if (base == bases_.end()) return {.status = 404};
  try {
    QueryOptions options;
    options.default_graph = DefaultGraph::strict;
    options.outside = access();
    std::ostringstream out;
    const auto writer = make_results_writer(out, ResultsFormat::xml);
    QueryResult result = base->second->knowledge_base().query(request.parameter("query"), options);
    writer->begin(result.variables());
    for (const Row& row : result) writer->row(row.values());
    writer->end();
    return {.media_type = "application/sparql-results+xml", .body = out.str()};
  } catch (const Error& error) {
    return {.status = 400, .body = error.describe()};
  }
}

}  // namespace dossier::w3c
