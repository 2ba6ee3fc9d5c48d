// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/session_names.h"

#include "engine/results/short_names.h"
#include "repl/tasks/document_list.h"

namespace dossier::repl {

std::set<std::string> saved_query_names(const Session& session) {
  std::set<std::string> out;
  for (const auto& query : session.kb().saved_queries()) out.insert(query.name);
  return out;
}

std::set<std::string> saved_parameters(const Session& session, std::string_view query,
                                       std::string_view behind) {
  std::set<std::string> out;
  for (const auto& saved : session.kb().saved_queries()) {
    if (!query.empty() && saved.name != query) continue;
    for (const QueryParameter& one : saved.parameters) out.insert(one.name + std::string(behind));
  }
  return out;
}

std::set<std::string> documents_starting(const Session& session, const std::string& typed) {
  std::set<std::string> out;
  for (const auto& row : document_list(session.kb()).rows) {
    if (!row[1]) continue;
    const std::string name = short_text(*row[1], session.prefixes());
    if (name.starts_with(typed) || name.substr(name.find(':') + 1).starts_with(typed))
      out.insert(name);
  }
  return out;
}

std::set<std::string> listed_facts(const Session& session) {
  std::set<std::string> out;
  for (const FactRow& row : session.last().facts)
    out.insert(short_text(row.fact, session.prefixes()));
  return out;
}

std::set<std::string> prefix_names(const Session& session) {
  std::set<std::string> out;
  for (const auto& [name, iri] : session.prefixes()) out.insert(name);
  return out;
}

std::set<std::string> set_parameters(const Session& session) {
  std::set<std::string> out;
  for (const auto& [name, term] : session.parameters()) out.insert(name);
  return out;
}

}  // namespace dossier::repl
