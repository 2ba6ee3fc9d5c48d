// SPDX-License-Identifier: Apache-2.0
// Which files are documents, by their names.
#include "dossier/ingest.h"
#include "extract/reader/container.h"
#include "extract/reader/format.h"

namespace dossier {

using extract::Container;

std::vector<std::string> document_endings() {
  std::vector<std::string> endings;
  for (const extract::DocumentFormat& format : extract::document_formats())
    endings.insert(endings.end(), format.endings.begin(), format.endings.end());
  for (const extract::ContainerFormat& format : extract::container_formats()) {
    if (format.kind != Container::mail)
      endings.insert(endings.end(), format.endings.begin(), format.endings.end());
  }
  return endings;
}

bool is_document_name(std::string_view name) { return extract::is_source_name(name); }

bool is_table_name(std::string_view name) {
  const Container kind = extract::container_of_ending(name);
  return kind == Container::commas || kind == Container::tabs || kind == Container::json_lines;
}

}  // namespace dossier
