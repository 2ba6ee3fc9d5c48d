// SPDX-License-Identifier: Apache-2.0
// The table of --profile on commands that read documents.
#pragma once

#include "dossier/ingest.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// Prints the processor time of each stage and its share, to standard error.
void print_stage_times(const IngestProfile& profile, Console& console);

}  // namespace dossier::repl
