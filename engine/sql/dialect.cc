// SPDX-License-Identifier: Apache-2.0
#include "engine/sql/dialect.h"

#include <fmt/format.h>

namespace dossier::sql {

std::string Dialect::quote(std::string_view text) const {
  std::string out = "'";
  for (const char c : text) {
    if (spark_ && (c == '\\' || c == '\'')) out += '\\';
    if (!spark_ && c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string_view Dialect::materialisation(bool once) const {
  if (spark_) return "AS";
  return once ? "AS MATERIALIZED" : "AS NOT MATERIALIZED";
}

std::string Dialect::exact(const std::string& text) const {
  return fmt::format("TRY_CAST({} AS DECIMAL(38, 18))", text);
}

std::string Dialect::approximate(const std::string& text) const {
  return fmt::format("TRY_CAST({} AS DOUBLE)", text);
}

// Spark writes small decimals with an exponent.
std::string Dialect::plain_decimal(const std::string& exact) const {
  if (spark_) return fmt::format("format_string('%.18f', {})", exact);
  return fmt::format("CAST({} AS VARCHAR)", exact);
}

// Two decimals of 18 digits after the point have a product of 36, which leaves none before it.
std::string Dialect::product(const std::string& a, const std::string& b) const {
  if (spark_) return fmt::format("TRY_CAST({} * {} AS DECIMAL(38, 18))", a, b);
  return fmt::format(
      "COALESCE(TRY_CAST(TRY(TRY_CAST({0} AS DECIMAL(19, 9)) * TRY_CAST({1} AS DECIMAL(19, 9))) AS "
      "DECIMAL(38, 18)), TRY_CAST(CAST(CAST({0} AS DOUBLE) * CAST({1} AS DOUBLE) AS VARCHAR) AS "
      "DECIMAL(38, 18)))",
      a, b);
}

// DuckDB divides decimals as doubles; their shortest text has no digits that aren't meant.
std::string Dialect::quotient(const std::string& a, const std::string& b) const {
  if (spark_)
    return fmt::format("CASE WHEN {1} <> 0 THEN TRY_CAST({0} / {1} AS DECIMAL(38, 18)) END", a, b);
  return fmt::format(
      "CASE WHEN {1} <> 0 THEN TRY_CAST(CAST(CAST({0} AS DOUBLE) / CAST({1} AS DOUBLE) AS VARCHAR) "
      "AS DECIMAL(38, 18)) END",
      a, b);
}

std::string Dialect::starts(const std::string& text, const std::string& part) const {
  return fmt::format("{}({}, {})", spark_ ? "startswith" : "starts_with", text, part);
}

std::string Dialect::ends(const std::string& text, const std::string& part) const {
  return fmt::format("{}({}, {})", spark_ ? "endswith" : "ends_with", text, part);
}

std::string Dialect::contains(const std::string& text, const std::string& part) const {
  return fmt::format("contains({}, {})", text, part);
}

std::string Dialect::matches(const std::string& text, std::string_view pattern) const {
  if (spark_) return fmt::format("({} RLIKE {})", text, quote(pattern));
  return fmt::format("regexp_matches({}, {})", text, quote(pattern));
}

std::string Dialect::extract(const std::string& text, std::string_view pattern, int group) const {
  return fmt::format("NULLIF(regexp_extract({}, {}, {}), '')", text, quote(pattern), group);
}

std::string Dialect::replace_all(const std::string& text, std::string_view pattern,
                                 std::string_view replacement) const {
  if (!spark_)
    return fmt::format("regexp_replace({}, {}, {}, 'g')", text, quote(pattern), quote(replacement));
  std::string java;
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const bool group = replacement[i] == '\\' && i + 1 < replacement.size() &&
                       replacement[i + 1] >= '0' && replacement[i + 1] <= '9';
    if (replacement[i] == '$') java += '\\';
    java += group ? '$' : replacement[i];
  }
  return fmt::format("regexp_replace({}, {}, {})", text, quote(pattern), quote(java));
}

// Java's encoder is that of HTML forms.
std::string Dialect::url_encoded(const std::string& text) const {
  if (!spark_) return fmt::format("url_encode({})", text);
  return fmt::format(
      "replace(replace(replace(url_encode({}), '+', '%20'), '*', '%2A'), '%7E', '~')", text);
}

std::string Dialect::digest(std::string_view name, const std::string& text) const {
  if (!spark_) return name == "sha384" || name == "sha512" ? "" : fmt::format("{}({})", name, text);
  if (name == "md5" || name == "sha1") return fmt::format("{}({})", name, text);
  return fmt::format("sha2({}, {})", text, name.substr(3));
}

std::string Dialect::days(const std::string& text) const {
  if (spark_) return fmt::format("(CAST(TRY_CAST({} AS TIMESTAMP) AS DOUBLE) / 86400)", text);
  return fmt::format("(epoch(TRY_CAST({} AS TIMESTAMP)) / 86400)", text);
}

std::string Dialect::now() const {
  if (spark_)
    return fmt::format("date_format(current_timestamp(), {})", quote("yyyy-MM-dd'T'HH:mm:ss'Z'"));
  return "strftime(make_timestamp(epoch_us(now())), '%Y-%m-%dT%H:%M:%SZ')";
}

std::string Dialect::joined(const std::string& text, std::string_view separator,
                            const std::string& filter) const {
  if (spark_)
    return fmt::format("array_join(collect_list({}){}, {})", text, filter, quote(separator));
  return fmt::format("COALESCE(string_agg({}, {}){}, '')", text, quote(separator), filter);
}

std::string Dialect::some(const std::string& value) const {
  return spark_ ? fmt::format("any_value({}, true)", value) : fmt::format("any_value({})", value);
}

std::string Dialect::tuple(const std::string& columns) const {
  return spark_ ? fmt::format("struct({})", columns) : fmt::format("row({})", columns);
}

}  // namespace dossier::sql
