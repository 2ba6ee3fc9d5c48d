// SPDX-License-Identifier: Apache-2.0
// The rows of a result.

#include <cstdint>
#include <sstream>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "dossier/results.h"

using dossier::Quad;
using dossier::QueryResult;
using dossier::Term;
using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;

namespace {

std::vector<std::string> column_names(const QueryResult& result) {
  switch (result.form()) {
    case QueryResult::Form::select:
      return result.variables();
    case QueryResult::Form::ask:
      return {"boolean"};
    case QueryResult::Form::construct:
    case QueryResult::Form::describe:
      break;
  }
  return {"subject", "predicate", "object"};
}

/// The text of a term of the current row, made once; null where there is no term or no memory.
template <typename Make>
const char* text_of(const dossier_result* result, size_t column, dossier_result::Texts& cache,
                    Make make) {
  return guarded<const char*>(nullptr, nullptr, [&]() -> const char* {
    const Term* term = result->term(column);
    if (term == nullptr) return nullptr;
    cache.resize(result->columns.size());
    if (!cache[column]) cache[column] = std::string(make(*term));
    return cache[column]->c_str();
  });
}

template <typename Value, typename Out>
int get(const dossier_result* result, size_t column, Out* out) {
  return guarded(nullptr, 0, [&] {
    if (result == nullptr || out == nullptr) return 0;
    const Term* term = result->term(column);
    const auto value = term != nullptr ? term->as<std::optional<Value>>() : std::nullopt;
    if (!value) return 0;
    *out = static_cast<Out>(*value);
    return 1;
  });
}

}  // namespace

dossier_result::dossier_result(QueryResult query_result)
    : result(std::move(query_result)), columns(column_names(result)) {}

bool dossier_result::next() {
  values.clear();
  datatypes.clear();
  languages.clear();
  triple_.clear();
  if (read_row()) return true;
  row_ = {};
  return false;
}

bool dossier_result::read_row() {
  switch (result.form()) {
    case QueryResult::Form::select:
      return result.next(row_);
    case QueryResult::Form::ask:
      if (std::exchange(answered, true)) return false;
      triple_ = {Term::boolean(result.boolean())};
      return true;
    case QueryResult::Form::construct:
    case QueryResult::Form::describe:
      break;
  }
  Quad triple;
  if (!result.next(triple)) return false;
  triple_ = {std::move(triple.subject), std::move(triple.predicate), std::move(triple.object)};
  return true;
}

const Term* dossier_result::term(std::size_t column) const {
  if (!triple_.empty()) return column < triple_.size() ? &triple_[column] : nullptr;
  const auto row = row_.values();
  return column < row.size() && row[column] ? &*row[column] : nullptr;
}

int dossier_next(dossier_result* result, dossier_error** error) {
  return guarded(error, -1, [&] { return deref(result, "result").next() ? 1 : 0; });
}

size_t dossier_column_count(const dossier_result* result) {
  return result != nullptr ? result->columns.size() : 0;
}

const char* dossier_column_name(const dossier_result* result, size_t column) {
  return column < dossier_column_count(result) ? result->columns[column].c_str() : nullptr;
}

int dossier_column_index(const dossier_result* result, const char* name) {
  for (size_t i = 0; name != nullptr && i < dossier_column_count(result); ++i) {
    if (result->columns[i] == name) return static_cast<int>(i);
  }
  return -1;
}

dossier_kind dossier_value_kind(const dossier_result* result, size_t column) {
  const Term* term = result != nullptr ? result->term(column) : nullptr;
  if (term == nullptr) return DOSSIER_UNBOUND;
  switch (term->kind()) {
    case Term::Kind::iri:
      return DOSSIER_IRI;
    case Term::Kind::blank_node:
      return DOSSIER_BLANK_NODE;
    case Term::Kind::literal:
      return DOSSIER_LITERAL;
    case Term::Kind::triple:
      return DOSSIER_TRIPLE;
  }
  return DOSSIER_UNBOUND;
}

const char* dossier_value(const dossier_result* result, size_t column) {
  if (result == nullptr) return nullptr;
  return text_of(result, column, result->values, [](const Term& term) { return term.to_string(); });
}

const char* dossier_text(const dossier_result* result, size_t column) {
  return dossier_text_bytes(result, column, nullptr);
}

const char* dossier_text_bytes(const dossier_result* result, size_t column, size_t* length) {
  if (length != nullptr) *length = 0;
  const Term* term = result != nullptr ? result->term(column) : nullptr;
  if (term == nullptr) return nullptr;
  if (term->is_triple()) {
    const char* text = dossier_value(result, column);
    if (length != nullptr && text != nullptr) *length = result->values[column]->size();
    return text;
  }
  if (length != nullptr) *length = term->value().size();
  return term->value().c_str();
}

const char* dossier_datatype(const dossier_result* result, size_t column) {
  if (dossier_value_kind(result, column) != DOSSIER_LITERAL) return nullptr;
  return text_of(result, column, result->datatypes,
                 [](const Term& term) { return term.datatype(); });
}

const char* dossier_language(const dossier_result* result, size_t column) {
  if (dossier_value_kind(result, column) != DOSSIER_LITERAL) return nullptr;
  return text_of(result, column, result->languages,
                 [](const Term& term) { return term.language(); });
}

int dossier_get_int64(const dossier_result* result, size_t column, int64_t* value) {
  return get<std::int64_t>(result, column, value);
}

int dossier_get_double(const dossier_result* result, size_t column, double* value) {
  return get<double>(result, column, value);
}

int dossier_get_boolean(const dossier_result* result, size_t column, int* value) {
  return get<bool>(result, column, value);
}

char* dossier_result_write(dossier_result* result, const char* format, size_t* length,
                           dossier_error** error) {
  return guarded<char*>(error, nullptr, [&] {
    need(format, "format");
    std::ostringstream out;
    dossier::write_results(deref(result, "result").result, format, out);
    const std::string text = std::move(out).str();
    char* owned = dossier::c::owned_text(text);
    if (length != nullptr) *length = text.size();
    return owned;
  });
}

void dossier_result_free(dossier_result* result) { delete result; }
