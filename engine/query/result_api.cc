// SPDX-License-Identifier: Apache-2.0
// The public face of results: Row, RowValue and QueryResult.
#include <fmt/format.h>

#include <algorithm>

#include "dossier/error.h"
#include "engine/query/query_result.h"

namespace dossier {

namespace {

std::size_t column_of(const std::vector<std::string>& variables, std::string_view variable) {
  const auto found = std::find(variables.begin(), variables.end(), variable);
  if (found == variables.end())
    throw Error(ErrorCode::usage, fmt::format("the query does not project ?{}", variable));
  return static_cast<std::size_t>(found - variables.begin());
}

}  // namespace

const Term& RowValue::refuse() {
  throw Error(ErrorCode::usage, "the variable is unbound in this row; test the value first");
}

const std::vector<std::string>& Row::variables() const noexcept {
  static const std::vector<std::string> none;
  return variables_ ? *variables_ : none;
}

std::size_t Row::column(std::string_view variable) const {
  const std::size_t column = column_of(variables(), variable);
  return column < values_.size() ? column : (refuse(column), 0);
}

const std::optional<Term>& Row::refuse(std::size_t column) const {
  throw Error(ErrorCode::usage, fmt::format("the row has no column {}; it has {} and counts from 0",
                                            column, values_.size()));
}

void Row::require_columns(std::size_t count) const {
  if (count != values_.size())
    throw Error(ErrorCode::usage, fmt::format("the row has {} columns, but {} types are asked for",
                                              values_.size(), count));
}

QueryResult::QueryResult(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
QueryResult::QueryResult(QueryResult&&) noexcept = default;
QueryResult& QueryResult::operator=(QueryResult&&) noexcept = default;
QueryResult::~QueryResult() = default;

QueryResult::Impl& QueryResult::impl() const {
  if (!impl_) throw Error(ErrorCode::usage, "the result was moved to another object");
  return *impl_;
}

QueryResult::Form QueryResult::form() const { return impl().text->form(); }

const std::vector<std::string>& QueryResult::variables() const { return *impl().compiled->names; }

std::size_t QueryResult::column(std::string_view variable) const {
  return column_of(variables(), variable);
}

bool QueryResult::boolean() const {
  if (form() != Form::ask) throw Error(ErrorCode::usage, "only an ASK query has a truth value");
  return impl().answer;
}

bool QueryResult::next(Row& row) {
  if (form() != Form::select)
    throw Error(ErrorCode::usage,
                "only a SELECT query has rows; ASK has boolean(), CONSTRUCT and DESCRIBE have "
                "next(Quad&)");
  return impl().next(row);
}

bool QueryResult::next(Quad& triple) {
  if (!impl().triples)
    throw Error(ErrorCode::usage, "only CONSTRUCT and DESCRIBE queries have triples");
  return impl().next(triple);
}

const std::vector<std::pair<std::string, std::string>>& QueryResult::prefixes() const {
  return impl().text->prefixes();
}

const std::vector<std::string>& QueryResult::warnings() const {
  Impl& inside = impl();
  if (!inside.warnings) {
    inside.warnings = inside.compiled->warnings;
    // Asked of the state that is read: the plan may be older.
    for (std::string& one : unlike_values(*inside.source, inside.compiled->comparisons, prefixes()))
      inside.warnings->push_back(std::move(one));
  }
  return *inside.warnings;
}

std::string QueryResult::plan() const { return impl().execution->plan_text(prefixes()); }

std::chrono::duration<double, std::milli> QueryResult::planning_time() const {
  return impl().planning_time;
}

QueryResult::Iterator QueryResult::begin() { return Iterator(this); }

}  // namespace dossier
