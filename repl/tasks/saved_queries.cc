// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/saved_queries.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dossier/error.h"
#include "repl/input/nearest.h"
#include "repl/input/parameters.h"
#include "storage/store.h"

namespace dossier::repl {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void save_query(KnowledgeBase& kb, const std::string& name, const std::string& text,
                const std::optional<std::string>& description) {
  const bool well_formed = !name.empty() && name.front() != '-' && name.front() != '.' &&
                           std::all_of(name.begin(), name.end(), is_name_character);
  if (!well_formed) {
    throw Error(
        ErrorCode::usage,
        fmt::format("\"{}\" is no name for a query: letters, digits, _ - and . only", name));
  }
  kb.store().save_query({name, text, description.value_or(description_of(text))});
}

SavedQuery saved_query(const KnowledgeBase& kb, const std::string& name) {
  std::vector<std::string> names;
  for (const SavedQuery& query : kb.store().saved_queries()) {
    if (query.name == name) return query;
    names.push_back(query.name);
  }
  throw Error(ErrorCode::input,
              fmt::format("no query is saved as {}{}", name, did_you_mean(name, names)));
}

RowList saved_query_list(const KnowledgeBase& kb) {
  RowList list;
  list.columns = {"name", "parameters", "description"};
  for (const SavedQuery& query : kb.store().saved_queries()) {
    std::string parameters;
    for (const ParameterDeclaration& declaration : declared_parameters(query.text)) {
      if (!parameters.empty()) parameters += ' ';
      parameters += declaration.name;
    }
    list.rows.push_back(
        {Term::string(query.name), text_or_none(parameters), text_or_none(query.description)});
  }
  return list;
}

}  // namespace dossier::repl
