// SPDX-License-Identifier: Apache-2.0
// The statement in the making: its table expressions, its constants, its steps.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/sql.h"
#include "dossier/term.h"
#include "engine/sql/value.h"

namespace dossier::sql {

class Statement {
 public:
  /// Both must outlive the statement.
  Statement(const Values& values, std::size_t most_bytes)
      : values_(values), most_bytes_(most_bytes) {}

  const Values& values() const { return values_; }
  const Dialect& dialect() const { return values_.dialect(); }

  /// Adds a table expression and returns its name. Throws Error(limit) for too long a text. `once`:
  /// see Dialect::materialisation().
  std::string define(const std::string& sql, bool once = false);
  /// The pairs of `first` followed along `edges`, both with columns g, a, b; `backwards` from b to
  /// a.
  std::string closure(const std::string& first, const std::string& edges, bool backwards);
  /// The id of a constant, as a scalar query.
  std::string id_of(const Term& term);
  /// Its number in the table of constants.
  std::size_t number_of(const Term& term);
  /// A constant may be in the result though no quad has it.
  void show_constants() { shows_constants_ = true; }

  /// The whole, with `select` over the expressions.
  SqlQuery finish(const std::string& select) &&;

 private:
  std::string fresh(const char* stem) { return stem + std::to_string(++count_); }
  std::string constants() const;
  std::string known() const;
  std::string with() const;

  const Values& values_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::size_t count_ = 0;
  bool recursive_ = false;
  bool shows_constants_ = false;
  std::vector<std::pair<std::string, std::string>> expressions_;  ///< name and its head, text
  std::vector<SqlStep> steps_;
  std::vector<Term> terms_;
  std::map<Term, std::size_t> numbers_;
};

}  // namespace dossier::sql
