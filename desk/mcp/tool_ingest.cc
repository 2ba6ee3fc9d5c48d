// SPDX-License-Identifier: Apache-2.0
// ingest: the one tool that changes the knowledge base.
#include <algorithm>
#include <filesystem>

#include "desk/mcp/citation.h"
#include "desk/mcp/tool.h"
#include "dossier/error.h"
#include "dossier/ingest.h"

namespace dossier::mcp {
namespace {

namespace fs = std::filesystem;

/// Where a file lies after its links and ".." is what counts.
bool lies_below(const fs::path& file, const std::string& folder) {
  std::error_code missing;
  const fs::path root = fs::canonical(folder, missing);
  if (missing) return false;
  const auto [end, at] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
  return end == root.end() && at != file.end();
}

std::string allowed_path(const Call& call) {
  std::error_code missing;
  const fs::path file = fs::canonical(call.text("path"), missing);
  if (missing) throw Error(ErrorCode::input, call.text("path") + ": " + missing.message());
  for (const std::string& folder : call.options().folders)
    if (lies_below(file, folder)) return file.string();
  throw Error(ErrorCode::usage,
              call.text("path") +
                  ": files are read only below folders given with --allow-files; give name and "
                  "text instead");
}

IngestReport read_in(const Call& call) {
  const bool file = call.has("path");
  if (file == (call.has("name") || call.has("text")) || call.has("name") != call.has("text"))
    throw Error(ErrorCode::usage, "give name and text, or path");
  IngestOptions options;
  options.cancellation = call.cancellation();
  options.timeout = call.options().timeout;
  options.memory_bytes = call.options().memory_bytes;
  const std::string path = file ? allowed_path(call) : std::string();
  KnowledgeBase kb = call.options().writer();
  return file ? ingest(kb, path, options)
              : ingest_text(kb, call.text("text"), call.text("name"), options);
}

std::string outcome_of(const IngestReport& report) {
  switch (report.outcome) {
    case IngestReport::Outcome::replaced:
      return "replaced";
    case IngestReport::Outcome::unchanged:
      return "unchanged";
    case IngestReport::Outcome::renamed:
      return "renamed";
    case IngestReport::Outcome::added:
      break;
  }
  return "added";
}

}  // namespace

Json run_ingest(const Call& call) {
  const IngestReport report = read_in(call);
  call.refresh();
  Json out{{"outcome", outcome_of(report)},
           {"document", iri_text(report.document)},
           {"sentences", report.sentences},
           {"entities", report.entities},
           {"facts", report.facts}};
  put(out, "language", report.language);
  put(out, "same_text_as", report.same_text_as);
  return out;
}

}  // namespace dossier::mcp
