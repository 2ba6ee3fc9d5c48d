// SPDX-License-Identifier: Apache-2.0
// Opening, upkeep, copies.

#include <string>
#include <vector>

#include "bindings/c/errors.h"
#include "bindings/c/handles.h"

using dossier::KnowledgeBase;
using dossier::c::deref;
using dossier::c::guarded;
using dossier::c::need;
using dossier::c::status;

namespace {

dossier::OpenMode mode_of(dossier_open_mode mode) {
  switch (mode) {
    case DOSSIER_OPEN_CREATE:
      return dossier::OpenMode::create;
    case DOSSIER_OPEN_EXISTING:
      return dossier::OpenMode::existing;
    case DOSSIER_OPEN_READ_ONLY:
      return dossier::OpenMode::read_only;
  }
  throw dossier::Error(dossier::ErrorCode::usage, "there is no such open mode");
}

}  // namespace

dossier_kb* dossier_open(const char* path, dossier_error** error) {
  return dossier_open_with(path, DOSSIER_OPEN_CREATE, 0, error);
}

dossier_kb* dossier_open_with(const char* path, dossier_open_mode mode, size_t memory_bytes,
                              dossier_error** error) {
  return dossier_open_limited(path, mode, memory_bytes, nullptr, error);
}

dossier_kb* dossier_open_limited(const char* path, dossier_open_mode mode, size_t memory_bytes,
                                 const dossier_options* defaults, dossier_error** error) {
  return guarded<dossier_kb*>(error, nullptr, [&] {
    need(path, "path");
    const dossier::QueryOptions limits = dossier::c::options_of(defaults);
    dossier::OpenOptions options;
    options.mode = mode_of(mode);
    if (memory_bytes > 0) options.memory_bytes = memory_bytes;
    options.query_timeout = limits.timeout;
    options.query_memory_bytes = limits.memory_bytes;
    return new dossier_kb{KnowledgeBase::open(path, options), limits.row_limit};
  });
}

void dossier_close(dossier_kb* kb) { delete kb; }

int dossier_refresh(dossier_kb* kb, dossier_error** error) {
  return status(error, [&] { deref(kb, "kb").base.refresh(); });
}

int dossier_get_statistics(dossier_kb* kb, dossier_statistics* statistics, dossier_error** error) {
  return status(error, [&] {
    need(statistics, "statistics");
    const dossier::Statistics found = deref(kb, "kb").base.statistics();
    *statistics = {found.quads, found.terms, found.named_graphs, found.disk_bytes};
  });
}

int dossier_compact(dossier_kb* kb, dossier_error** error) {
  return status(error, [&] { deref(kb, "kb").base.compact(); });
}

int64_t dossier_check(dossier_kb* kb, char** report, dossier_error** error) {
  return guarded<int64_t>(error, -1, [&] {
    const std::vector<dossier::Fault> faults = deref(kb, "kb").base.check();
    std::string text;
    for (const dossier::Fault& fault : faults) text += fault.where + ": " + fault.what + "\n";
    if (report != nullptr) *report = dossier::c::owned_text(text);
    return static_cast<int64_t>(faults.size());
  });
}

int dossier_backup(dossier_kb* kb, const char* directory, dossier_error** error) {
  return status(error, [&] {
    need(directory, "directory");
    deref(kb, "kb").base.backup(directory);
  });
}

int dossier_restore(const char* directory, const char* path, dossier_error** error) {
  return status(error, [&] {
    need(directory, "directory");
    need(path, "path");
    KnowledgeBase::restore(directory, path);
  });
}
