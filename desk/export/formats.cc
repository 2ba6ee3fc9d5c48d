// SPDX-License-Identifier: Apache-2.0
#include "desk/export/formats.h"

#include <fmt/format.h>

#include <array>

#include "dossier/error.h"
#include "model/nearest.h"

namespace dossier::exporting {
namespace {

constexpr std::array kFormats{
    ExportFormat{"graphml", "a graph for yEd, Cytoscape, networkx, igraph", false, true, true,
                 write_graphml},
    ExportFormat{"gexf", "a graph with times for Gephi", false, true, true, write_gexf},
    ExportFormat{"csv", "a table of facts", false, true, true, write_csv},
    ExportFormat{"neo4j", "tables for neo4j-admin database import", true, false, true, write_neo4j},
    ExportFormat{"jsonld", "JSON-LD 1.1", false, false, true, write_jsonld},
    ExportFormat{"obsidian", "a vault of linked notes", true, true, true, write_obsidian},
    ExportFormat{"tables", "all quads and terms for DuckDB, Spark and dossier sql", true, false,
                 false, write_tables},
};

const ExportFormat& format_of(const ExportRequest& request) {
  std::vector<std::string> names;
  std::string list;
  for (const ExportFormat& format : kFormats) {
    if (format.name == request.format) return format;
    names.emplace_back(format.name);
    list += (list.empty() ? "" : " ") + names.back();
  }
  throw Error(ErrorCode::usage,
              fmt::format("there is no export format \"{}\"{}; there are: {}", request.format,
                          did_you_mean(request.format, names), list));
}

}  // namespace

std::span<const ExportFormat> export_formats() { return kFormats; }

std::string export_knowledge(const KnowledgeBase& kb, const ExportRequest& request,
                             std::ostream& out, const QueryOptions& options) {
  const ExportFormat& format = format_of(request);
  if (format.folder && request.path.empty())
    throw Error(ErrorCode::usage,
                fmt::format("{} is a folder of files: say where with -o FOLDER", format.name));
  if (request.names && !format.has_names)
    throw Error(ErrorCode::usage,
                fmt::format("{} identifies things by their IRIs: leave --names away", format.name));
  const bool chooses = request.named_only || request.min_confidence > 0;
  if (chooses && !format.chooses_facts)
    throw Error(ErrorCode::usage,
                fmt::format("{} holds everything: leave --named-only and --min-confidence away",
                            format.name));
  return format.write({kb, request, options, out});
}

}  // namespace dossier::exporting
