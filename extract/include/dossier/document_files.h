// SPDX-License-Identifier: Apache-2.0
// The documents in files and folders. Installed as <dossier/document_files.h>.
//
//   const DocumentPaths found = document_paths({"archive"}, {.recursive = true});
//   ingest_sources(kb, found.files, {}, observer);
#pragma once

#include <string>
#include <vector>

#include "dossier/export.h"
#include "dossier/ingest.h"

namespace dossier {

/// Which files of folders are documents.
struct FolderOptions {
  bool recursive = false;  ///< also those of the folders inside it
  bool tables = false;     ///< tables, whose rows are documents
  /// Patterns of the shell, for file names, or for paths inside the folder if they have a "/".
  std::vector<std::string> exclude = {};
};

/// A folder of which nothing is read.
struct FolderProblem {
  std::string path;
  std::string message;         ///< "the folder archive has no documents"
  bool may_be_deeper = false;  ///< it has none, and the folders inside it were not looked into
};

struct DocumentPaths {
  std::vector<IngestSource> files;
  std::vector<std::string> skipped;  ///< files of folders that are no documents, or excluded
  std::vector<FolderProblem> problems;
};

/// The files of `paths`: files as given, whether they are there or not, and from a folder those
/// whose ending is supported (document_endings()), by name. Hidden files and folders of a folder
/// are left out. A document is identified by its path as given here; its IRI is made of the path
/// inside the folder. Throws nothing but std::bad_alloc; any thread may call it.
DOSSIER_API DocumentPaths document_paths(const std::vector<std::string>& paths,
                                         const FolderOptions& options = {});

}  // namespace dossier
