// SPDX-License-Identifier: Apache-2.0
// The writers of formats; formats.cc lists them.
#pragma once

#include <string>

#include "desk/export/export.h"

namespace dossier::exporting {

std::string write_graphml(const ExportJob& job);
std::string write_gexf(const ExportJob& job);
std::string write_csv(const ExportJob& job);
std::string write_neo4j(const ExportJob& job);
std::string write_jsonld(const ExportJob& job);
std::string write_obsidian(const ExportJob& job);
std::string write_tables(const ExportJob& job);

}  // namespace dossier::exporting
