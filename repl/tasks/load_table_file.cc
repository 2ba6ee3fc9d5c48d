// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/load_table_file.h"

#include <fmt/format.h>

#include "engine/results/short_names.h"
#include "repl/process/counting.h"
#include "repl/process/progress.h"
#include "repl/process/text_file.h"
#include "storage/load/input.h"

namespace dossier::repl {

void load_table_file(KnowledgeBase& kb, const std::string& file, const std::string& map,
                     TableOptions options, bool quiet, Console& console) {
  const Stopwatch watch;
  TableReport report;
  {
    Progress progress(console, "loading", quiet);
    const auto total = static_cast<double>(storage::input_size(file));
    options.progress = [&](std::uint64_t rows, std::uint64_t bytes) {
      return progress.update(total > 0 ? static_cast<double>(bytes) / total : -1,
                             counted(rows, "row"));
    };
    // Errors of the table name their file themselves.
    in_file(map, [&] { report = load_table(kb, file, options); });
  }
  if (quiet) return;
  console.err << fmt::format(
      "{}: {} read{}, {} made, {} of them facts, in {}\n",
      short_text(report.document, predeclared_prefixes()), counted(report.rows, "row"),
      report.replaced ? ", the old ones replaced" : "", counted(report.triples, "triple"),
      grouped(report.facts), time_text(watch.elapsed()));
  if (report.silent > 0)
    console.err << fmt::format("warning: {} made no triple\n", counted(report.silent, "row"));
}

}  // namespace dossier::repl
