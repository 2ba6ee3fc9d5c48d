// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/c_queries.h"

#include <stdexcept>

#include "dossier/dossier_c.h"

namespace dossier::bench {

namespace {

[[noreturn]] void fail(dossier_error* error) {
  const std::string message = dossier_error_get_message(error);
  dossier_error_free(error);
  throw std::runtime_error(message);
}

std::size_t read(dossier_result* result) {
  dossier_error* error = nullptr;
  std::size_t rows = 0;
  int more = 0;
  while ((more = dossier_next(result, &error)) == 1) {
    int answer = 1;
    dossier_get_boolean(result, 0, &answer);
    rows += answer != 0 ? 1 : 0;
    for (std::size_t i = 0; i < dossier_column_count(result); ++i) dossier_text(result, i);
  }
  dossier_result_free(result);
  if (more < 0) fail(error);
  return rows;
}

}  // namespace

CBase::CBase(const std::string& path) {
  dossier_error* error = nullptr;
  kb_.reset(dossier_open_with(path.c_str(), DOSSIER_OPEN_READ_ONLY, 0, &error), dossier_close);
  if (kb_ == nullptr) fail(error);
}

CQuery::CQuery(dossier_kb* kb, const char* text)
    : options_(dossier_options_new(), dossier_options_free) {
  dossier_error* error = nullptr;
  query_.reset(dossier_prepare(kb, text, nullptr, &error), dossier_prepared_free);
  if (query_ == nullptr) fail(error);
}

std::size_t CQuery::rows(const std::string& s, const std::string* o) const {
  dossier_options_set_parameter_iri(options_.get(), "s", s.c_str());
  if (o != nullptr) dossier_options_set_parameter_iri(options_.get(), "o", o->c_str());
  dossier_error* error = nullptr;
  dossier_result* result = dossier_prepared_run(query_.get(), options_.get(), &error);
  if (result == nullptr) fail(error);
  return read(result);
}

}  // namespace dossier::bench
