// SPDX-License-Identifier: Apache-2.0
// Loading RDF files, for the command and for the shell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dossier/dossier.h"
#include "repl/process/console.h"

namespace dossier::repl {

struct LoadRequest {
  std::vector<std::string> files;
  std::optional<RdfFormat> format;  ///< none: each name's ending
  std::optional<std::string> base;  ///< none: each file's address
  std::optional<Term> graph;
};

/// Throws Error(input) for a file that is missing or no regular file; for "-" nothing is asked.
void require_readable(const std::string& file);

/// Throws, before anything is opened, Error(usage) for a file whose format is unknown and
/// Error(input) for what is missing or no regular file.
std::vector<LoadInput> load_inputs(const LoadRequest& request);

/// Loads with progress and a summary on the error stream unless quiet. The callback in the options
/// is not used.
void load_files(KnowledgeBase& kb, const std::vector<LoadInput>& inputs, LoadOptions options,
                bool quiet, Console& console);

}  // namespace dossier::repl
