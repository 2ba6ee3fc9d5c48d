// SPDX-License-Identifier: Apache-2.0
// Everything as tables of quads and terms (dossier/sql.h).
#include <fmt/format.h>

#include "desk/export/formats.h"
#include "dossier/sql.h"

namespace dossier::exporting {

std::string write_tables(const ExportJob& job) {
  const TablesReport report =
      export_tables(job.kb, job.request.path, {.cancellation = job.options.cancellation});
  return fmt::format("{} quads and {} terms", report.quads, report.terms);
}

}  // namespace dossier::exporting
