// SPDX-License-Identifier: Apache-2.0
// What DuckDB and Spark spell differently. Everything else here is SQL that both read alike; NULL
// is an error or an unbound variable, so no expression may raise one.
#pragma once

#include <string>
#include <string_view>

#include "dossier/sql.h"

namespace dossier::sql {

class Dialect {
 public:
  explicit Dialect(SqlDialect which) : spark_(which == SqlDialect::spark) {}

  bool has_recursion() const { return !spark_; }
  /// A text as a literal.
  std::string quote(std::string_view text) const;
  /// The head of a common table expression; `once`: it must not be computed twice.
  std::string_view materialisation(bool once) const;

  // Of numbers. "Exact" is a decimal with 18 digits before and 18 after the point.
  std::string exact(const std::string& text) const;
  std::string approximate(const std::string& text) const;
  std::string plain_decimal(const std::string& exact) const;
  std::string product(const std::string& a, const std::string& b) const;
  /// Of exact numbers, as exact as the dialect allows.
  std::string quotient(const std::string& a, const std::string& b) const;

  // Of texts.
  std::string starts(const std::string& text, const std::string& part) const;
  std::string ends(const std::string& text, const std::string& part) const;
  std::string contains(const std::string& text, const std::string& part) const;
  /// Whether `pattern`, a plain text, matches a part of `text`.
  std::string matches(const std::string& text, std::string_view pattern) const;
  /// The first match of a group; NULL when there is none.
  std::string extract(const std::string& text, std::string_view pattern, int group) const;
  /// Every match replaced; "\1" in `replacement` is a group.
  std::string replace_all(const std::string& text, std::string_view pattern,
                          std::string_view replacement) const;
  std::string url_encoded(const std::string& text) const;
  /// Empty: the dialect has no such digest.
  std::string digest(std::string_view name, const std::string& text) const;

  // Of moments: days since 1970-01-01 of a text such as 2020-01-31T10:00:00, NULL for another.
  std::string days(const std::string& text) const;
  std::string now() const;
  std::string random() const { return spark_ ? "rand()" : "random()"; }
  std::string uuid() const { return spark_ ? "uuid()" : "CAST(uuid() AS VARCHAR)"; }

  // Of groups.
  std::string joined(const std::string& text, std::string_view separator,
                     const std::string& filter) const;
  std::string some(const std::string& value) const;
  /// A value that compares column by column.
  std::string tuple(const std::string& columns) const;
  std::string_view text_type() const { return spark_ ? "STRING" : "VARCHAR"; }

 private:
  bool spark_;
};

}  // namespace dossier::sql
