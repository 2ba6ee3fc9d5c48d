// SPDX-License-Identifier: Apache-2.0
#include "desk/views/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "dossier/error.h"
#include "engine/saved/name_resolution.h"
#include "extract/graph/data_model.h"
#include "model/vocabulary.h"

namespace dossier {
namespace {

/// "birthDate" as "birth date"; "meet_with" as "meet with".
std::string words_of_local_name(std::string_view local) {
  std::string out;
  for (const char c : local) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !out.empty() && out.back() != ' ') out += ' ';
    out += c == '_' ? ' ' : static_cast<char>(capital ? c - 'A' + 'a' : c);
  }
  return out;
}

}  // namespace

std::string text_of(const RowValue& value) {
  return value.has_value() ? value->value() : std::string();
}

std::string day_of(const RowValue& value) {
  constexpr std::size_t kDay = 10;
  return text_of(value).substr(0, kDay);
}

Term term_of(const RowValue& value) { return value.has_value() ? *value : Term(); }

std::uint64_t count_rows(const KnowledgeBase& kb, const std::string& select,
                         const QueryOptions& options) {
  QueryResult result = kb.query(
      fmt::format("SELECT (COUNT(DISTINCT *) AS ?count) WHERE {{ {{ {} }} }}", select), options);
  Row row;
  return result.next(row) ? row["count"].as<std::uint64_t>() : 0;
}

std::string slice(std::size_t skip, std::size_t most) {
  return fmt::format(" OFFSET {} LIMIT {}", skip, most);
}

Term day_term(const std::string& text) {
  Term day = Term::typed(text, std::string(vocabulary::xsd::kDate));
  if (!day.as<std::optional<std::chrono::sys_days>>()) {
    throw Error(ErrorCode::usage, "\"" + text + "\" is not a day: write it as 2020-11-13");
  }
  return day;
}

const std::string& NameCache::thing(const Term& term) {
  const auto known = things_.find(term);
  if (known != things_.end()) return known->second;
  std::string name;
  if (extract::is_no_object(term))
    name = "";
  else if (term.is_iri() || term.is_blank_node())
    name = label_of(kb_, term);
  else
    name = term.value();
  return things_.emplace(term, std::move(name)).first->second;
}

const std::string& NameCache::relation(const Term& term) {
  const auto known = relations_.find(term);
  if (known != relations_.end()) return known->second;
  return relations_.emplace(term, label_of_relation(term)).first->second;
}

std::string NameCache::label_of_relation(const Term& term) const {
  QueryOptions options;
  options.parameters = {{"relation", term}};
  QueryResult result = kb_.query(
      "SELECT ?label WHERE { $relation rdfs:label ?label } ORDER BY ?label LIMIT 1", options);
  Row row;
  if (result.next(row)) return text_of(row["label"]);
  const std::string& iri = term.value();
  const std::size_t cut = iri.find_last_of(":/#");
  return words_of_local_name(cut == iri.npos ? iri : iri.substr(cut + 1));
}

}  // namespace dossier
