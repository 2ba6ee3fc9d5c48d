// SPDX-License-Identifier: Apache-2.0
// Documents from files and folders, for the command and for the shell.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/ingest.h"
#include "repl/process/console.h"

namespace dossier::repl {

struct DocumentPaths {
  std::vector<std::string> files;
  std::vector<std::string> problems;  ///< a folder that is empty or cannot be looked into
};

/// The files of `paths`: files as given, and from a folder those whose ending is supported, by name
/// (also from the folders inside it if `recursive`).
DocumentPaths document_paths(const std::vector<std::string>& paths, bool recursive);

/// Prints the problems of the paths; returns their number.
std::size_t report_problems(const DocumentPaths& paths, Console& console);

/// The help of PATH for commands that read documents.
std::string documents_help();

/// The name of a document from standard input ("-").
inline constexpr std::string_view kInputName = "stdin";

/// Runs `work` on one document. A document that cannot be read is reported, named by its file, and
/// the rest can go on: false. Other errors are thrown on.
bool read_or_report(Console& console, const std::string& file, const std::function<void()>& work);

/// ingest_all() of the files. A file that fails is reported, and the others are ingested. Prints
/// the outcome of each unless quiet. Returns how many paths failed; throws Error(cancelled) at
/// Ctrl-C, when the documents written so far are on disk.
std::size_t ingest_files(KnowledgeBase& kb, const DocumentPaths& paths,
                         const IngestOptions& options, bool quiet, Console& console);

}  // namespace dossier::repl
