// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/table_layout.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <span>
#include <string>
#include <string_view>

#include "dossier/error.h"

namespace dossier::sql {

namespace fs = std::filesystem;

namespace {

struct ColumnLayout {
  std::string_view name;
  std::string_view type;  ///< BIGINT, DOUBLE or VARCHAR
};
constexpr std::array<ColumnLayout, 4> kQuads{
    {{"g", "BIGINT"}, {"s", "BIGINT"}, {"p", "BIGINT"}, {"o", "BIGINT"}}};
constexpr std::array<ColumnLayout, 10> kTerms{{{"id", "BIGINT"},
                                               {"kind", "VARCHAR"},
                                               {"lexical", "VARCHAR"},
                                               {"datatype", "VARCHAR"},
                                               {"language", "VARCHAR"},
                                               {"number", "DOUBLE"},
                                               {"day", "DOUBLE"},
                                               {"subject", "BIGINT"},
                                               {"predicate", "BIGINT"},
                                               {"object", "BIGINT"}}};

std::string json_columns(std::span<const ColumnLayout> columns) {
  std::string list;
  for (const ColumnLayout& column : columns)
    list += fmt::format("{}{{\"name\": \"{}\", \"type\": \"{}\"}}", list.empty() ? "" : ", ",
                        column.name, column.type);
  return list;
}

/// The escapes of TableFiles::field() undone.
std::string unescaped(std::string_view column, std::string_view backslash) {
  std::string sql(column);
  const std::pair<char, int> escapes[] = {{'t', 9}, {'n', 10}, {'r', 13}, {'b', 92}};
  for (const auto& [letter, code] : escapes)
    sql = fmt::format("replace({}, '{}{}', chr({}))", sql, backslash, letter, code);
  return sql;
}

std::string duckdb_view(std::string_view table, std::span<const ColumnLayout> columns) {
  std::string types;
  std::string select;
  for (const ColumnLayout& column : columns) {
    types += fmt::format("{}'{}': '{}'", types.empty() ? "" : ", ", column.name, column.type);
    const std::string value = column.name == "lexical"
                                  ? unescaped(column.name, "\\") + " AS lexical"
                                  : std::string(column.name);
    select += (select.empty() ? "" : ", ") + value;
  }
  return fmt::format(
      "CREATE OR REPLACE TABLE {0} AS SELECT {1}\n  FROM read_csv('{0}/*.tsv.zst', delim = '\\t', "
      "header = false, quote = '', escape = '', nullstr = '\\N',\n    auto_detect = false, columns "
      "= "
      "{{{2}}});\n",
      table, select, types);
}

std::string spark_view(std::string_view table, std::span<const ColumnLayout> columns) {
  std::string select;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string field = fmt::format("NULLIF(f[{}], '\\\\N')", i);
    const ColumnLayout& column = columns[i];
    select +=
        fmt::format("{}{} AS {}", select.empty() ? "" : ", ",
                    column.name == "lexical"   ? unescaped(field, "\\\\")
                    : column.type == "VARCHAR" ? field
                                               : fmt::format("CAST({} AS {})", field, column.type),
                    column.name);
  }
  return fmt::format(
      "CREATE OR REPLACE TEMPORARY VIEW {0} AS SELECT {1}\n  FROM (SELECT split(value, '\\t', -1) "
      "AS "
      "f FROM text.`{0}`);\n",
      table, select);
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw Error(ErrorCode::input, fmt::format("cannot write {}", path.string()));
}

}  // namespace

void write_layout(const fs::path& folder) {
  write_file(folder / "layout.json",
             fmt::format("{{\"format\": \"dossier tables\", \"version\": {},\n \"quads\": [{}],\n "
                         "\"terms\": [{}]}}\n",
                         kTablesVersion, json_columns(kQuads), json_columns(kTerms)));
  write_file(folder / "duckdb.sql", duckdb_view("quads", kQuads) + duckdb_view("terms", kTerms));
  write_file(folder / "spark.sql", spark_view("quads", kQuads) + spark_view("terms", kTerms));
}

}  // namespace dossier::sql
