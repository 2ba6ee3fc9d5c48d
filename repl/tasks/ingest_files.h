// SPDX-License-Identifier: Apache-2.0
// Documents from files and folders, for the command and for the shell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/document_files.h"
#include "dossier/dossier.h"
#include "dossier/ingest.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// Prints the problems of the paths; returns their number.
std::size_t report_problems(const DocumentPaths& paths, Console& console);

/// The help of PATH for commands that read documents.
std::string documents_help();

/// What standard input ("-") is called in messages, and how the names of documents from it begin.
inline constexpr std::string_view kInputName = "stdin";

/// Runs `work` on one document. A document that cannot be read is reported, named by its file, and
/// the rest can go on: false. Other errors are thrown on.
bool read_or_report(Console& console, const std::string& file, const std::function<void()>& work);

/// What is printed of an ingest.
enum class IngestReports : std::uint8_t {
  none,      ///< errors only
  usual,     ///< each document, and a closing line
  complete,  ///< and the files that were skipped
};

/// ingest_sources() of the files. A file that fails is reported, and the others are ingested.
/// Returns how many paths failed; throws Error(cancelled) at Ctrl-C, when the documents written so
/// far are on disk. `input_name` is the name of a document from standard input; without one its
/// content makes it, so that two texts do not replace each other.
std::size_t ingest_files(KnowledgeBase& kb, const DocumentPaths& paths,
                         const IngestOptions& options, IngestReports reports, Console& console,
                         const std::string& input_name = {});

}  // namespace dossier::repl
