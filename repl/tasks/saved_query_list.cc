// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/saved_query_list.h"

#include <string>

namespace dossier::repl {
RowList saved_query_list(const KnowledgeBase& kb) {
  RowList list;
  list.columns = {"name", "parameters", "description"};
  for (const SavedQuery& query : kb.saved_queries()) {
    std::string parameters;
    for (const QueryParameter& parameter : query.parameters) {
      if (!parameters.empty()) parameters += ' ';
      parameters += parameter.name;
    }
    list.rows.push_back(
        {Term::string(query.name), text_or_none(parameters), text_or_none(query.description)});
  }
  return list;
}

}  // namespace dossier::repl
