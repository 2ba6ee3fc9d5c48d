// SPDX-License-Identifier: Apache-2.0
// Updates and transactions.

#include <optional>
#include <utility>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"
#include "bindings/c/terms.h"

using dossier::Quad;
using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::options_of;
using dossier::c::status;

namespace {

dossier::BeginOptions wait_of(const dossier_options* options) {
  if (options == nullptr) return {};
  return {.timeout = options->query.timeout, .cancellation = options->query.cancellation};
}

Quad quad_of(const char* subject, const char* predicate, const char* object, const char* graph) {
  return {dossier::c::term_of(subject, "subject"), dossier::c::term_of(predicate, "predicate"),
          dossier::c::term_of(object, "object"), dossier::c::optional_graph(graph)};
}

}  // namespace

int dossier_update(dossier_kb* kb, const char* text, uint64_t* inserted, uint64_t* erased,
                   dossier_error** error) {
  return dossier_update_options(kb, text, nullptr, inserted, erased, error);
}

int dossier_update_options(dossier_kb* kb, const char* text, const dossier_options* options,
                           uint64_t* inserted, uint64_t* erased, dossier_error** error) {
  return status(error, [&] {
    need(text, "text");
    const dossier::UpdateReport report = deref(kb, "kb").base.update(text, options_of(options));
    if (inserted != nullptr) *inserted = report.inserted;
    if (erased != nullptr) *erased = report.erased;
  });
}

dossier_transaction* dossier_begin(dossier_kb* kb, const dossier_options* options,
                                   dossier_error** error) {
  return guarded<dossier_transaction*>(error, nullptr, [&] {
    dossier_kb& base = deref(kb, "kb");
    return new dossier_transaction{base.base.begin(wait_of(options)), base.row_limit};
  });
}

int dossier_try_begin(dossier_kb* kb, dossier_transaction** transaction, dossier_error** error) {
  return guarded(error, -1, [&] {
    need(transaction, "transaction");
    std::optional<dossier::Transaction> begun = deref(kb, "kb").base.try_begin();
    if (!begun) return 0;
    *transaction = new dossier_transaction{*std::move(begun), kb->row_limit};
    return 1;
  });
}

int dossier_insert(dossier_transaction* transaction, const char* subject, const char* predicate,
                   const char* object, const char* graph, dossier_error** error) {
  return status(error, [&] {
    deref(transaction, "transaction")
        .transaction.insert(quad_of(subject, predicate, object, graph));
  });
}

int dossier_erase(dossier_transaction* transaction, const char* subject, const char* predicate,
                  const char* object, const char* graph, dossier_error** error) {
  return status(error, [&] {
    deref(transaction, "transaction").transaction.erase(quad_of(subject, predicate, object, graph));
  });
}

int dossier_transaction_update(dossier_transaction* transaction, const char* text,
                               const dossier_options* options, dossier_error** error) {
  return status(error, [&] {
    need(text, "text");
    deref(transaction, "transaction").transaction.update(text, options_of(options));
  });
}

dossier_result* dossier_transaction_query(dossier_transaction* transaction, const char* text,
                                          const dossier_options* options, dossier_error** error) {
  return guarded<dossier_result*>(error, nullptr, [&] {
    need(text, "text");
    dossier_transaction& own = deref(transaction, "transaction");
    return new dossier_result(
        own.transaction.query(text, dossier::c::row_options(own.row_limit, options)));
  });
}

int dossier_commit(dossier_transaction* transaction, dossier_error** error) {
  return status(error, [&] { deref(transaction, "transaction").transaction.commit(); });
}

void dossier_transaction_free(dossier_transaction* transaction) { delete transaction; }
