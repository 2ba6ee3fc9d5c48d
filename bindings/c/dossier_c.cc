// SPDX-License-Identifier: Apache-2.0
#include "dossier/dossier_c.h"

#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/prefixes.h"
#include "dossier/rdf.h"

using dossier::Error;
using dossier::ErrorCode;
using dossier::KnowledgeBase;
using dossier::Quad;
using dossier::QueryOptions;
using dossier::QueryResult;
using dossier::Row;
using dossier::Term;

struct dossier_kb {
  KnowledgeBase base;
};

struct dossier_error {
  dossier_error_code code;
  std::string message;
};

struct dossier_result {
  explicit dossier_result(QueryResult query_result) : result(std::move(query_result)) {}

  QueryResult result;
  std::vector<std::string> columns;
  std::vector<std::optional<std::string>> values;
  std::vector<std::string> texts;
  bool answered = false;  ///< the one row of ASK has been given
};

namespace {

dossier_error_code code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::syntax:
      return DOSSIER_SYNTAX;
    case ErrorCode::unsupported:
      return DOSSIER_UNSUPPORTED;
    case ErrorCode::storage:
      return DOSSIER_STORAGE;
    case ErrorCode::limit:
      return DOSSIER_LIMIT;
    case ErrorCode::timeout:
      return DOSSIER_TIMEOUT;
    case ErrorCode::cancelled:
      return DOSSIER_CANCELLED;
    case ErrorCode::usage:
      return DOSSIER_USAGE;
    case ErrorCode::conflict:
      return DOSSIER_CONFLICT;
    case ErrorCode::input:
      return DOSSIER_INPUT;
  }
  return DOSSIER_INTERNAL;
}

void store(dossier_error** error, dossier_error_code code, std::string message) {
  if (error != nullptr) *error = new dossier_error{code, std::move(message)};
}

/// Runs `work` and turns what it throws into an error of the C interface and `failure`.
template <typename Result, typename Work>
Result guarded(dossier_error** error, Result failure, Work work) {
  try {
    return work();
  } catch (const Error& thrown) {
    store(error, code_of(thrown.code()), thrown.describe());
  } catch (const std::exception& thrown) {
    store(error, DOSSIER_INTERNAL, thrown.what());
  }
  return failure;
}

QueryOptions options_with(std::span<const dossier_parameter> parameters) {
  QueryOptions options;
  for (const dossier_parameter& parameter : parameters)
    options.parameters.insert_or_assign(
        parameter.name, dossier::parse_term(parameter.term, dossier::predeclared_prefixes()));
  return options;
}

void name_columns(dossier_result& result) {
  switch (result.result.form()) {
    case QueryResult::Form::select:
      result.columns = result.result.variables();
      break;
    case QueryResult::Form::ask:
      result.columns = {"boolean"};
      break;
    case QueryResult::Form::construct:
    case QueryResult::Form::describe:
      result.columns = {"subject", "predicate", "object"};
      break;
  }
}

void set_value(dossier_result& result, const std::optional<Term>& term) {
  result.values.push_back(term ? std::optional(term->to_string()) : std::nullopt);
  result.texts.push_back(term ? (term->is_triple() ? term->to_string() : term->value()) : "");
}

bool next_solution(dossier_result& result) {
  Row row;
  if (!result.result.next(row)) return false;
  for (std::size_t column = 0; column < row.size(); ++column) set_value(result, row[column]);
  return true;
}

bool next_triple(dossier_result& result) {
  Quad triple;
  if (!result.result.next(triple)) return false;
  set_value(result, triple.subject);
  set_value(result, triple.predicate);
  set_value(result, triple.object);
  return true;
}

bool next_row(dossier_result& result) {
  result.values.clear();
  result.texts.clear();
  switch (result.result.form()) {
    case QueryResult::Form::select:
      return next_solution(result);
    case QueryResult::Form::construct:
    case QueryResult::Form::describe:
      return next_triple(result);
    case QueryResult::Form::ask:
      break;
  }
  if (std::exchange(result.answered, true)) return false;
  set_value(result, Term::boolean(result.result.boolean()));
  return true;
}

}  // namespace

dossier_error_code dossier_error_get_code(const dossier_error* error) { return error->code; }
const char* dossier_error_get_message(const dossier_error* error) { return error->message.c_str(); }
void dossier_error_free(dossier_error* error) { delete error; }

dossier_kb* dossier_open(const char* path, dossier_error** error) {
  return guarded<dossier_kb*>(error, nullptr,
                              [&] { return new dossier_kb{KnowledgeBase::open(path)}; });
}
void dossier_close(dossier_kb* kb) { delete kb; }

dossier_result* dossier_query(dossier_kb* kb, const char* text, dossier_error** error) {
  return dossier_query_with(kb, text, nullptr, 0, error);
}

dossier_result* dossier_query_with(dossier_kb* kb, const char* text,
                                   const dossier_parameter* parameters, size_t parameter_count,
                                   dossier_error** error) {
  return guarded<dossier_result*>(error, nullptr, [&] {
    const QueryOptions options = options_with({parameters, parameter_count});
    auto result = std::make_unique<dossier_result>(kb->base.query(text, options));
    name_columns(*result);
    return result.release();
  });
}

int dossier_next(dossier_result* result, dossier_error** error) {
  return guarded(error, -1, [&] { return next_row(*result) ? 1 : 0; });
}

size_t dossier_column_count(const dossier_result* result) { return result->columns.size(); }

const char* dossier_column_name(const dossier_result* result, size_t column) {
  return column < result->columns.size() ? result->columns[column].c_str() : nullptr;
}

const char* dossier_value(const dossier_result* result, size_t column) {
  if (column >= result->values.size() || !result->values[column]) return nullptr;
  return result->values[column]->c_str();
}

const char* dossier_text(const dossier_result* result, size_t column) {
  if (column >= result->values.size() || !result->values[column]) return nullptr;
  return result->texts[column].c_str();
}

void dossier_result_free(dossier_result* result) { delete result; }

int dossier_update(dossier_kb* kb, const char* text, uint64_t* inserted, uint64_t* erased,
                   dossier_error** error) {
  return guarded(error, -1, [&] {
    const dossier::UpdateReport report = kb->base.update(text);
    if (inserted != nullptr) *inserted = report.inserted;
    if (erased != nullptr) *erased = report.erased;
    return 0;
  });
}
