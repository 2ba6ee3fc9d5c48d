// SPDX-License-Identifier: Apache-2.0
// Options of a request and what cancels it.

#include <chrono>
#include <string>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"

using dossier::Term;
using dossier::c::deref;
using dossier::c::need;
using dossier::c::quiet_status;

dossier_cancellation* dossier_cancellation_new(void) {
  return dossier::c::guarded<dossier_cancellation*>(nullptr, nullptr,
                                                    [] { return new dossier_cancellation; });
}
void dossier_cancel(dossier_cancellation* cancellation) {
  if (cancellation != nullptr) cancellation->token.cancel();
}
void dossier_cancellation_reset(dossier_cancellation* cancellation) {
  if (cancellation != nullptr) cancellation->token.reset();
}
void dossier_cancellation_free(dossier_cancellation* cancellation) { delete cancellation; }

dossier_options* dossier_options_new(void) {
  return dossier::c::guarded<dossier_options*>(nullptr, nullptr,
                                               [] { return new dossier_options; });
}
void dossier_options_free(dossier_options* options) { delete options; }

int dossier_options_set_timeout_ms(dossier_options* options, uint64_t milliseconds) {
  return quiet_status([&] {
    deref(options, "options").query.timeout =
        milliseconds > 0 ? std::chrono::milliseconds(milliseconds) : dossier::kNoTimeLimit;
  });
}

int dossier_options_set_memory_bytes(dossier_options* options, size_t bytes) {
  return quiet_status([&] { deref(options, "options").query.memory_bytes = bytes; });
}

int dossier_options_set_row_limit(dossier_options* options, uint64_t rows) {
  return quiet_status([&] { deref(options, "options").query.row_limit = rows; });
}

int dossier_options_set_threads(dossier_options* options, size_t threads) {
  return quiet_status([&] { deref(options, "options").query.threads = threads; });
}

int dossier_options_set_cancellation(dossier_options* options,
                                     const dossier_cancellation* cancellation) {
  return quiet_status([&] {
    deref(options, "options").query.cancellation = deref(cancellation, "cancellation").token;
  });
}

int dossier_options_set_strict_default_graph(dossier_options* options, int strict) {
  return quiet_status([&] {
    deref(options, "options").query.default_graph =
        strict != 0 ? dossier::DefaultGraph::strict : dossier::DefaultGraph::union_of_all;
  });
}

int dossier_options_set_base(dossier_options* options, const char* iri) {
  return quiet_status([&] {
    need(iri, "iri");
    deref(options, "options").query.base = iri;
  });
}

int dossier_options_set_prefix(dossier_options* options, const char* name, const char* iri) {
  return quiet_status([&] {
    need(name, "name");
    need(iri, "iri");
    deref(options, "options").query.prefixes.insert_or_assign(name, iri);
  });
}

int dossier_options_allow_files(dossier_options* options, int allow) {
  return quiet_status([&] { deref(options, "options").query.outside.files = allow != 0; });
}

int dossier_options_allow_folder(dossier_options* options, const char* path) {
  return quiet_status([&] {
    need(path, "path");
    deref(options, "options").query.outside.folders.emplace_back(path);
  });
}

int dossier_options_allow_web(dossier_options* options, const char* url) {
  return quiet_status([&] {
    need(url, "url");
    deref(options, "options").query.outside.web.emplace_back(url);
  });
}

int dossier_options_set_proxies(dossier_options* options, const char* http, const char* https,
                                const char* except) {
  return quiet_status([&] {
    const auto text = [](const char* given) { return given == nullptr ? "" : given; };
    deref(options, "options").query.outside.proxies = {text(http), text(https), text(except)};
  });
}

namespace {

int set_parameter(dossier_options* options, const char* name, Term value) {
  deref(options, "options");
  need(name, "name");
  options->query.parameters.insert_or_assign(name, std::move(value));
  return 0;
}

}  // namespace

int dossier_options_set_parameter(dossier_options* options, const char* name, const char* term,
                                  dossier_error** error) {
  return dossier::c::guarded(
      error, -1, [&] { return set_parameter(options, name, dossier::c::term_of(term, "term")); });
}

int dossier_options_set_parameter_string(dossier_options* options, const char* name,
                                         const char* text, size_t length) {
  return dossier::c::guarded(nullptr, -1, [&] {
    need(text, "text");
    return set_parameter(options, name, Term::string(std::string(text, length)));
  });
}

int dossier_options_set_parameter_iri(dossier_options* options, const char* name, const char* iri) {
  return dossier::c::guarded(nullptr, -1, [&] {
    need(iri, "iri");
    return set_parameter(options, name, Term::iri(iri));
  });
}

int dossier_options_set_parameter_int64(dossier_options* options, const char* name, int64_t value) {
  return dossier::c::guarded(nullptr, -1,
                             [&] { return set_parameter(options, name, Term::integer(value)); });
}

int dossier_options_set_parameter_double(dossier_options* options, const char* name, double value) {
  return dossier::c::guarded(nullptr, -1,
                             [&] { return set_parameter(options, name, Term::real(value)); });
}

int dossier_options_clear_parameters(dossier_options* options) {
  return quiet_status([&] { deref(options, "options").query.parameters.clear(); });
}

int dossier_options_set_recursive(dossier_options* options, int recursive) {
  return quiet_status([&] { deref(options, "options").folders.recursive = recursive != 0; });
}

int dossier_options_add_exclude(dossier_options* options, const char* pattern) {
  return quiet_status([&] {
    need(pattern, "pattern");
    deref(options, "options").folders.exclude.emplace_back(pattern);
  });
}

int dossier_options_set_columns(dossier_options* options, const char* text, const char* date,
                                const char* author, const char* title) {
  return quiet_status([&] {
    const auto name = [](const char* column) { return column == nullptr ? "" : column; };
    deref(options, "options").reading.columns = {name(text), name(date), name(author), name(title)};
  });
}

int dossier_options_set_document_language(dossier_options* options, const char* language) {
  return quiet_status(
      [&] { deref(options, "options").reading.language = language == nullptr ? "" : language; });
}

int dossier_options_set_ocr(dossier_options* options, int ocr) {
  return quiet_status([&] { deref(options, "options").reading.recognize_scans = ocr != 0; });
}

int dossier_options_set_jobs(dossier_options* options, size_t jobs) {
  return quiet_status([&] { deref(options, "options").reading.jobs = jobs; });
}
