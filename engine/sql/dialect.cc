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
  if (spark_) return fmt::format("replace(format_number({}, 18), ',', '')", exact);
  return fmt::format("CAST({} AS VARCHAR)", exact);
}

namespace {

/// By doubles, whose shortest text has no digits that aren't meant.
std::string by_doubles(const std::string& a, const char* sign, const std::string& b,
                       std::string_view text_type) {
  return fmt::format(
      "TRY_CAST(CAST(CAST({} AS DOUBLE) {} CAST({} AS DOUBLE) AS {}) AS DECIMAL(38, 18))", a, sign,
      b, text_type);
}

}  // namespace

// Two decimals of 18 digits after the point have a product of 36, which leaves none before it:
// exact are the products of those with 9 at most.
std::string Dialect::product(const std::string& a, const std::string& b) const {
  return fmt::format(
      "CASE WHEN TRY_CAST({0} AS DECIMAL(18, 9)) = {0} AND TRY_CAST({1} AS DECIMAL(18, 9)) = {1} "
      "THEN TRY_CAST(TRY_CAST({0} AS DECIMAL(18, 9)) * TRY_CAST({1} AS DECIMAL(18, 9)) AS "
      "DECIMAL(38, 18)) ELSE {2} END",
      a, b, by_doubles(a, "*", b, text_type()));
}

// DuckDB divides decimals as doubles, Spark keeps six digits.
std::string Dialect::quotient(const std::string& a, const std::string& b) const {
  return fmt::format("CASE WHEN {} <> 0 THEN {} END", b, by_doubles(a, "/", b, text_type()));
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
