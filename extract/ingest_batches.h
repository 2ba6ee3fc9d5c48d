// SPDX-License-Identifier: Apache-2.0
// The documents of many files, some files at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dossier/ingest.h"
#include "extract/reader/source_parts.h"

namespace dossier::extract {

/// One document to be, or why there is none.
struct IngestPiece {
  std::string path;                  ///< in reports
  std::string name;                  ///< of the document
  std::string iri_name;              ///< what its IRI is made of
  std::optional<std::string> bytes;  ///< none: those of the file `path`
  bool table_record = false;
  std::string part_of;
  std::optional<Error> error;
  bool skipped = false;  ///< it is no document
};

/// Goes through files in their order and opens those that hold several documents. Few of these are
/// in memory at one time. For one thread.
class IngestBatches {
 public:
  /// Both must outlive the object.
  IngestBatches(const std::vector<IngestSource>& sources, const IngestOptions& options)
      : sources_(sources), options_(options) {}

  /// The next documents; empty behind the last. Throws Error(cancelled).
  std::vector<IngestPiece> next();

 private:
  void add(const IngestSource& source);
  void add_parts(const IngestPiece& whole, std::string_view bytes);

  const std::vector<IngestSource>& sources_;
  const IngestOptions& options_;
  std::size_t at_ = 0;
  std::size_t held_ = 0;  ///< bytes of the parts in `batch_`
  std::vector<IngestPiece> batch_;
};

}  // namespace dossier::extract
