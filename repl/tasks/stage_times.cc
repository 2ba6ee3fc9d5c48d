// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/stage_times.h"

#include <fmt/format.h>

namespace dossier::repl {

void print_stage_times(const IngestProfile& profile, Console& console) {
  using Milliseconds = std::chrono::duration<double, std::milli>;
  double all = 0;
  for (const auto& stage : profile.stages()) all += Milliseconds(stage.processor_time).count();
  for (const auto& stage : profile.stages()) {
    const double own = Milliseconds(stage.processor_time).count();
    console.err << fmt::format("{:<14} {:10.1f} ms {:5.1f} %\n", stage.name, own,
                               all > 0 ? 100 * own / all : 0.0);
  }
  console.err << fmt::format("{:<14} {:10.1f} ms of processor time\n", "all", all);
}

}  // namespace dossier::repl
