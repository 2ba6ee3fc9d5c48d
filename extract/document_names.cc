// SPDX-License-Identifier: Apache-2.0
// Which files are documents, by their names.
#include "dossier/ingest.h"
#include "extract/reader/format.h"

namespace dossier {

std::vector<std::string> document_endings() {
  std::vector<std::string> endings;
  for (const extract::DocumentFormat& format : extract::document_formats())
    endings.insert(endings.end(), format.endings.begin(), format.endings.end());
  return endings;
}

bool is_document_name(std::string_view name) { return extract::format_of_ending(name) != nullptr; }

}  // namespace dossier
