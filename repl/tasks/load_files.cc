// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/load_files.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "repl/process/counting.h"
#include "repl/process/progress.h"
#include "repl/process/text_file.h"
#include "storage/regular_file.h"

namespace dossier::repl {
void require_readable(const std::string& file) {
  if (file == "-") return;
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown) && !unknown) {
    throw Error(ErrorCode::input, fmt::format("there is no file {}", file));
  }
  const storage::RegularFile readable(file, storage::kGiveStandardInput);
}

std::vector<LoadInput> load_inputs(const LoadRequest& request) {
  std::vector<LoadInput> inputs;
  for (const std::string& file : request.files) {
    const std::optional<RdfFormat> format = request.format ? request.format : rdf_format_of(file);
    if (!format) {
      throw Error(ErrorCode::usage, fmt::format("cannot tell the format of {} from its name; say "
                                                "--format nt, nq, ttl, trig or rdfxml",
                                                file));
    }
    require_readable(file);
    LoadInput input;
    input.path = file;
    input.format = *format;
    input.base = request.base.value_or(file_iri(file));
    input.graph = request.graph;
    inputs.push_back(std::move(input));
  }
  return inputs;
}

void load_files(KnowledgeBase& kb, const std::vector<LoadInput>& inputs, LoadOptions options,
                bool quiet, Console& console) {
  const Stopwatch watch;
  LoadReport report;
  {
    Progress progress(console, "loading", quiet);
    options.progress = progress.callback();
    report = kb.load(inputs, options);
  }
  if (quiet) return;
  console.err << fmt::format("{} read from {}, {} new, in {}\n", counted(report.read, "quad"),
                             counted(inputs.size(), "file"), grouped(report.added),
                             time_text(watch.elapsed()));
  if (options.bad_lines_path.empty()) return;
  console.err << fmt::format("{} skipped, written to {}\n", counted(report.bad_lines, "bad line"),
                             options.bad_lines_path);
}

}  // namespace dossier::repl
