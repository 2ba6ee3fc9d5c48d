// SPDX-License-Identifier: Apache-2.0
// How a file is read.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "dossier/ingest.h"
#include "extract/interruption.h"
#include "extract/reader/limits.h"

namespace dossier::extract {

/// The program that reads PDFs, and what it may use for one of them.
struct PdfSettings {
  std::string program = {};  ///< its path; empty: where find_pdf_program() looks
  std::chrono::seconds processor_time{60};
  std::chrono::milliseconds time{120'000};
  std::size_t memory_mib = 512;  ///< besides the file
  bool recognize_scans = false;  ///< pages without words are read by tesseract
};

struct ReadSettings {
  ReadLimits limits = {};
  PdfSettings pdf = {};
  Interruption interruption = {};
  std::shared_ptr<IngestProfile> profile = {};  ///< null: nothing is timed
  TableColumns columns = {};
  std::string language = {};  ///< empty: found out
  bool fast = false;          ///< without the reading model
  bool table_record = false;  ///< the content is a row of a table: record_text() reads it
};

}  // namespace dossier::extract
