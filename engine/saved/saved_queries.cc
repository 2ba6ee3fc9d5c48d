// SPDX-License-Identifier: Apache-2.0
#include "engine/saved/saved_queries.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"
#include "engine/saved/declarations.h"
#include "model/nearest.h"
#include "model/vocabulary.h"
#include "model/xsd/floating.h"
#include "storage/store.h"

namespace dossier {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

SavedQuery read(storage::SavedQuery stored) {
  SavedQuery query{std::move(stored.name), std::move(stored.text), std::move(stored.description)};
  for (Declaration& declaration : read_declarations(query.text)) {
    query.parameters.push_back(std::move(declaration.parameter));
  }
  return query;
}

}  // namespace

ParameterValue::ParameterValue(double number)
    : ParameterValue(
          Term::typed(xsd::format_double(number), std::string(vocabulary::xsd::kDouble))) {}

void save_query(KnowledgeBase& kb, const SavedQuery& query) {
  const std::string& name = query.name;
  const bool is_name = !name.empty() && name.front() != '-' && name.front() != '.' &&
                       std::all_of(name.begin(), name.end(), is_name_character);
  if (!is_name) {
    throw Error(ErrorCode::usage, fmt::format("\"{}\" cannot be the name of a query: use letters, "
                                              "digits, \"_\", \"-\" and \".\" only",
                                              name));
  }
  const std::string description =
      query.description.empty() ? description_of(query.text) : query.description;
  kb.store().save_query({name, query.text, description});
}

std::vector<SavedQuery> saved_queries(const KnowledgeBase& kb) {
  std::vector<SavedQuery> queries;
  for (storage::SavedQuery& stored : kb.store().saved_queries()) {
    queries.push_back(read(std::move(stored)));
  }
  return queries;
}

SavedQuery saved_query(const KnowledgeBase& kb, std::string_view name) {
  std::vector<std::string> names;
  for (storage::SavedQuery& stored : kb.store().saved_queries()) {
    if (stored.name == name) return read(std::move(stored));
    names.push_back(std::move(stored.name));
  }
  throw Error(ErrorCode::input,
              fmt::format("no query is saved as {}{}", name, did_you_mean(name, names)));
}

}  // namespace dossier
