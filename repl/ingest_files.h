// Documents from files and folders, for the command and for the shell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/dossier.h"
#include "repl/console.h"

namespace dossier::repl {

/// The files behind `paths`: files as they are, of a folder those with an ending that can be read
/// (and of its folders when `recursive`), by name. Throws Error(input) for a path that is missing
/// and a folder without any such file.
std::vector<std::string> document_files(const std::vector<std::string>& paths, bool recursive);

/// Ingests the files one after the other, each its own transaction; a file that fails is reported
/// and the rest goes on. Says what became of each unless quiet. Returns how many failed; throws
/// Error(cancelled) at Ctrl-C, between two documents.
std::size_t ingest_files(KnowledgeBase& kb, const std::vector<std::string>& files, bool quiet,
                         Console& console);

}  // namespace dossier::repl
