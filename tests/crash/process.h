// SPDX-License-Identifier: Apache-2.0
// Running the worker program and listening to it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace dossier::storage {

/// How often to try what depends on chance: DOSSIER_CRASH_ROUNDS of the environment, 30 unless told
/// (200 is the long mode).
int rounds();

/// A child process whose standard output we read. Killed when destroyed.
class Process {
 public:
  explicit Process(const std::vector<std::string>& command);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t id() const noexcept { return id_; }
  /// Waits for the next line; none at the end of its output.
  std::optional<std::string> line();
  /// SIGKILL, then everything it had still said.
  std::vector<std::string> kill();
  /// Waits for its end; the exit status, or -1 when a signal ended it.
  int wait();

 private:
  pid_t id_ = -1;
  int output_ = -1;
  std::string buffer_;
};

}  // namespace dossier::storage
