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

namespace dossier::repl {

/// Prints an error of one document, which it names.
void report_error(const std::string& file, const Error& error, Console& console);

class IngestReporter {
 public:
  /// Both must outlive it.
  IngestReporter(const std::vector<std::string>& files, bool quiet, Console& console);

  /// After each document. False when the work should stop.
  bool done(const IngestOutcome& outcome);
  void in_work(const IngestProgress& now) { in_work_ = now; }
  /// Shows the progress. False when the work should stop.
  bool go_on();
  /// Prints the closing line; returns how many documents failed. Throws Error(cancelled) after
  /// Ctrl-C.
  std::size_t finish();

 private:
  std::string failed_text() const;
  void warn_of_twin(const IngestOutcome& outcome);
  void count(const IngestReport& report);

  Console& console_;
  bool quiet_;
  std::size_t files_;
  Progress progress_;
  Stopwatch watch_;
  std::map<Term, std::string> paths_;  ///< by document
  std::uint64_t bytes_ = 0, seen_bytes_ = 0;
  std::size_t seen_ = 0;
  std::vector<std::string> failed_;
  IngestProgress in_work_;
  std::uint64_t documents_ = 0, sentences_ = 0, new_sentences_ = 0, facts_ = 0;
  bool stopped_ = false;
};

}  // namespace dossier::repl
