// SPDX-License-Identifier: Apache-2.0
// The progress of long work, on the error stream.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "repl/process/console.h"
#include "repl/process/counting.h"
#include "storage/store.h"

namespace dossier::repl {

/// A bar with rate and time left on a terminal, otherwise a line every few seconds, nothing when
/// quiet. The destructor clears the bar.
class Progress {
 public:
  Progress(Console& console, std::string work, bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `amount` is what was counted so far ("3 of 12 documents"); `fraction` is negative when
  /// unknown. False once Ctrl-C was pressed: the work should stop.
  bool update(double fraction, std::string_view amount);
  /// For storage's long work.
  ProgressCallback callback();
  /// Clears the bar so that something else can be printed.
  void clear();

 private:
  std::string line(double fraction, std::string_view amount) const;

  Console& console_;
  std::string work_;
  bool quiet_;
  bool drawn_ = false;
  Stopwatch watch_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace dossier::repl
