// SPDX-License-Identifier: Apache-2.0
#include "desk/views/rows.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "dossier/error.h"
#include "model/vocabulary.h"

namespace dossier {
std::string text_of(const RowValue& value) {
  return value.has_value() ? value->value() : std::string();
}

std::string day_of(const RowValue& value) {
  constexpr std::size_t kDay = 10;
  return text_of(value).substr(0, kDay);
}

Term term_of(const RowValue& value) { return value.has_value() ? *value : Term(); }

void take_sentence(const Row& row, FactRow& fact) {
  fact.sentence = *row["sentence"];
  fact.document = *row["document"];
  fact.headline = text_of(row["headline"]);
  fact.text = text_of(row["text"]);
  fact.date = day_of(row["date"]);
  fact.begin = row["begin"].as<std::uint64_t>();
  fact.end = row["end"].as<std::uint64_t>();
}

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

}  // namespace dossier
