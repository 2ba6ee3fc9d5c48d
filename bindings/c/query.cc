// SPDX-License-Identifier: Apache-2.0
// Queries: at once, prepared, saved.

#include <span>
#include <string>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"

using dossier::QueryOptions;
using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::row_options;
using dossier::c::status;

namespace {

std::span<const dossier_parameter> checked(const dossier_parameter* parameters, size_t count) {
  if (count > 0) need(parameters, "parameters");
  for (size_t i = 0; i < count; ++i) {
    need(parameters[i].name, "name of a parameter");
    need(parameters[i].term, "term of a parameter");
  }
  return {parameters, count};
}

}  // namespace

dossier_result* dossier_query(dossier_kb* kb, const char* text, dossier_error** error) {
  return dossier_query_options(kb, text, nullptr, error);
}

dossier_result* dossier_query_with(dossier_kb* kb, const char* text,
                                   const dossier_parameter* parameters, size_t parameter_count,
                                   dossier_error** error) {
  return guarded<dossier_result*>(error, nullptr, [&] {
    need(text, "text");
    QueryOptions options = row_options(deref(kb, "kb").row_limit, nullptr);
    for (const dossier_parameter& parameter : checked(parameters, parameter_count))
      options.parameters.insert_or_assign(parameter.name,
                                          dossier::c::term_of(parameter.term, "term"));
    return new dossier_result(deref(kb, "kb").base.query(text, options));
  });
}

dossier_result* dossier_query_options(dossier_kb* kb, const char* text,
                                      const dossier_options* options, dossier_error** error) {
  return guarded<dossier_result*>(error, nullptr, [&] {
    need(text, "text");
    dossier_kb& own = deref(kb, "kb");
    return new dossier_result(own.base.query(text, row_options(own.row_limit, options)));
  });
}

dossier_prepared* dossier_prepare(dossier_kb* kb, const char* text, const dossier_options* options,
                                  dossier_error** error) {
  return guarded<dossier_prepared*>(error, nullptr, [&] {
    need(text, "text");
    dossier_kb& own = deref(kb, "kb");
    return new dossier_prepared{own.base.prepare(text, row_options(own.row_limit, options)),
                                own.row_limit};
  });
}

dossier_result* dossier_prepared_run(const dossier_prepared* prepared,
                                     const dossier_options* options, dossier_error** error) {
  return guarded<dossier_result*>(error, nullptr, [&] {
    const dossier::PreparedQuery& query = deref(prepared, "prepared").query;
    if (options == nullptr) return new dossier_result(query.run());
    const QueryOptions own = row_options(prepared->row_limit, options);
    return new dossier_result(query.run(own.parameters, own));
  });
}

void dossier_prepared_free(dossier_prepared* prepared) { delete prepared; }

int dossier_save_query(dossier_kb* kb, const char* name, const char* text, const char* description,
                       dossier_error** error) {
  return status(error, [&] {
    need(name, "name");
    need(text, "text");
    deref(kb, "kb").base.save_query(
        {name, text, description != nullptr ? description : std::string()});
  });
}

char* dossier_saved_query(dossier_kb* kb, const char* name, dossier_error** error) {
  return guarded<char*>(error, nullptr, [&] {
    need(name, "name");
    return dossier::c::owned_text(deref(kb, "kb").base.saved_query(name).text);
  });
}

dossier_result* dossier_run_saved(dossier_kb* kb, const char* name, const dossier_parameter* values,
                                  size_t value_count, const dossier_options* options,
                                  dossier_error** error) {
  return guarded<dossier_result*>(error, nullptr, [&] {
    need(name, "name");
    dossier::ParameterValues given;
    for (const dossier_parameter& value : checked(values, value_count))
      given.insert_or_assign(value.name, dossier::ParameterValue(value.term));
    dossier_kb& own = deref(kb, "kb");
    return new dossier_result(
        own.base.run(std::string_view(name), given, row_options(own.row_limit, options)));
  });
}
