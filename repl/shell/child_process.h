// SPDX-License-Identifier: Apache-2.0
// Another program that reads what we write.
#pragma once

#include <cstdio>
#include <memory>
#include <ostream>
#include <string>

#include "repl/process/fd_stream.h"

namespace dossier::repl {

/// Starts `command` by the system's shell with our text as its input. Throws Error(input) when no
/// process can be made.
class ChildProcess {
 public:
  explicit ChildProcess(const std::string& command);
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Throws BrokenPipe once the program has closed its input.
  std::ostream& input() { return *stream_; }
  /// Ends its input and waits; its exit status, or -1 when it was killed.
  int wait();

 private:
  std::FILE* pipe_;
  std::unique_ptr<FdStream> stream_;
};

}  // namespace dossier::repl
