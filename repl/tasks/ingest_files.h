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

/// The files behind `paths`: files as they are, of a folder those with an ending that can be read
/// (and of its folders when `recursive`), by name.
DocumentPaths document_paths(const std::vector<std::string>& paths, bool recursive);

/// Prints what stood in the way of the paths; returns how many did.
std::size_t report_problems(const DocumentPaths& paths, Console& console);

/// What commands that take documents say about their PATH.
inline constexpr std::string_view kDocumentsHelp =
    "documents (.txt .md .html .pdf .conllu, .gz of them) or folders, - for input";

/// Runs `work` on one document. A document that cannot be read is reported, named by its file, and
/// the rest can go on: false. Other errors are thrown on.
bool read_or_report(Console& console, const std::string& file, const std::function<void()>& work);

/// ingest_all() of the files; a file that fails is reported and the rest goes on. Says what became
/// of each unless quiet. Returns how many paths failed; throws Error(cancelled) at Ctrl-C, when the
/// documents written so far are on disk.
std::size_t ingest_files(KnowledgeBase& kb, const DocumentPaths& paths,
                         const IngestOptions& options, bool quiet, Console& console);

}  // namespace dossier::repl
