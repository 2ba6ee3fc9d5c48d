// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/statement.h"

#include <fmt/format.h>

#include "dossier/error.h"

namespace dossier::sql {

using fmt::format;

std::string Statement::define(const std::string& sql, bool once) {
  bytes_ += sql.size();
  if (bytes_ > most_bytes_)
    throw Error(ErrorCode::limit, format("the SQL of this query takes more than {} bytes: write "
                                         "it with fewer or smaller expressions",
                                         most_bytes_));
  std::string name = fresh("r");
  expressions_.emplace_back(format("{} {}", name, dialect().materialisation(once)), sql);
  return name;
}

std::string Statement::closure(const std::string& first, const std::string& edges, bool backwards) {
  std::string name = fresh("path");
  const char* step = backwards
                         ? "SELECT e.g, e.a, c.b FROM {0} c JOIN {1} e ON e.g = c.g AND e.b = c.a"
                         : "SELECT c.g, c.a, e.b FROM {0} c JOIN {1} e ON e.g = c.g AND e.a = c.b";
  if (dialect().has_recursion()) {
    recursive_ = true;
    expressions_.emplace_back(
        name + "(g, a, b) AS",
        format("SELECT g, a, b FROM {} UNION {}", first, format(fmt::runtime(step), name, edges)));
    return name;
  }
  steps_.push_back({name + "_edges", with() + format("SELECT DISTINCT g, a, b FROM {}", edges)});
  steps_.push_back({name, with() + format("SELECT DISTINCT g, a, b FROM {}", first), true,
                    format(fmt::runtime(step), "{reached}", name + "_edges")});
  return name;
}

std::size_t Statement::number_of(const Term& term) {
  const auto [at, is_new] = numbers_.emplace(term, terms_.size() + 1);
  if (is_new) terms_.push_back(term);
  return at->second;
}

std::string Statement::id_of(const Term& term) {
  return format("(SELECT id FROM constants WHERE n = {})", number_of(term));
}

std::string Statement::constants() const {
  const std::string_view text = dialect().text_type();
  std::string rows;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const Value value = values_.constant(terms_[i]);
    const auto part = [&](const std::string& sql, std::string_view type) {
      return format("CAST({} AS {})", sql.empty() ? "NULL" : sql, type);
    };
    rows += format(
        "{}SELECT CAST({} AS BIGINT) AS n, {} AS kind, {} AS lexical, {} AS datatype, {} AS "
        "language, {} AS number, {} AS day",
        i == 0 ? "" : " UNION ALL ", i + 1, value.kind_sql, value.lexical,
        part(value.datatype, text), part(value.language, text), part(value.approx, "DOUBLE"),
        part(value.day, "DOUBLE"));
  }
  if (rows.empty())
    rows = format(
        "SELECT id AS n, kind, lexical, datatype, language, number, day FROM terms WHERE "
        "FALSE");
  return format(
      "SELECT w.n, COALESCE(t.id, -w.n) AS id, w.kind, w.lexical, w.datatype, w.language, "
      "w.number, "
      "w.day FROM ({}) w LEFT JOIN terms t ON t.kind = w.kind AND t.lexical = w.lexical AND "
      "COALESCE(t.datatype, '') = COALESCE(w.datatype, '') AND COALESCE(lower(t.language), '') = "
      "COALESCE(lower(w.language), '')",
      rows);
}

std::string Statement::known() const {
  constexpr std::string_view kColumns = "id, kind, lexical, datatype, language, number, day";
  std::string sql = format("SELECT {} FROM terms", kColumns);
  if (shows_constants_) sql += format(" UNION ALL SELECT {} FROM constants WHERE id < 0", kColumns);
  return sql;
}

std::string Statement::with() const {
  std::string text = recursive_ ? "WITH RECURSIVE\n" : "WITH\n";
  text += format("constants {} (\n  {}\n),\n", dialect().materialisation(true), constants());
  text += format("known {} (\n  {}\n)", dialect().materialisation(false), known());
  for (const auto& [head, sql] : expressions_) text += format(",\n{} (\n  {}\n)", head, sql);
  return text + "\n";
}

SqlQuery Statement::finish(const std::string& select) && {
  SqlQuery query;
  query.text = with() + select;
  if (bytes_ + select.size() > most_bytes_)
    throw Error(ErrorCode::limit,
                format("the SQL of this query takes more than {} bytes", most_bytes_));
  query.steps = std::move(steps_);
  return query;
}

}  // namespace dossier::sql
