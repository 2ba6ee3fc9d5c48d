// SPDX-License-Identifier: Apache-2.0
// What an ingest tells while it goes on: each document, the progress, a closing line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dossier/ingest.h"
#include "repl/process/counting.h"
#include "repl/process/progress.h"
#include "repl/tasks/ingest_files.h"

namespace dossier::repl {

/// Prints an error of one document, which it names.
void report_error(const std::string& file, const Error& error, Console& console);

class IngestReporter {
 public:
  /// `files` and `console` must outlive it. `skipped`: files that are no documents.
  IngestReporter(const std::vector<IngestSource>& files, const std::vector<std::string>& skipped,
                 IngestReports reports, Console& console);

  /// After each document. False when the work should stop.
  bool done(const IngestOutcome& outcome);
  void in_work(const IngestProgress& now) { in_work_ = now; }
  /// Shows the progress. False when the work should stop.
  bool go_on();
  /// Prints the closing line; returns how many documents failed. Throws Error(cancelled) after
  /// Ctrl-C.
  std::size_t finish();

 private:
  std::string name_of(const std::string& path);
  void skip(const std::string& name);
  void count(const IngestReport& report);
  std::string closing_line() const;
  std::string skipped_words() const;

  Console& console_;
  IngestReports reports_;
  const std::vector<IngestSource>& files_;
  Progress progress_;
  Stopwatch watch_;
  std::uint64_t bytes_ = 0, seen_bytes_ = 0;
  std::size_t at_ = 0;  ///< the file that was done last
  std::vector<std::string> failed_;
  IngestProgress in_work_;
  std::map<IngestReport::Outcome, std::uint64_t> outcomes_;
  std::uint64_t skipped_ = 0, documents_ = 0, copies_ = 0;
  std::map<std::string, std::uint64_t> skipped_endings_;
  std::map<std::string, std::uint64_t> unread_;  ///< documents by their language
  std::uint64_t sentences_ = 0, new_sentences_ = 0, facts_ = 0;
  bool stopped_ = false;
};

}  // namespace dossier::repl
