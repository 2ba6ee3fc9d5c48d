// SPDX-License-Identifier: Apache-2.0
// A program started for one piece of work: bytes in, bytes out, and an end in any case.
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/interruption.h"
#include "storage/descriptor.h"

namespace dossier::extract {

/// Owns the process and its descriptors; the destructor kills what still runs and waits for it.
/// Several may be used at once, each by one thread. Signals and other children of the process are
/// not touched; SIGCHLD may be ignored.
class ChildProgram {
 public:
  using Clock = std::chrono::steady_clock;

  /// How a program ended. Unknown when someone else has waited for it.
  struct End {
    bool known = false;
    int status = 0;  ///< as exit() took it
    int signal = 0;  ///< that ended it; 0: none
  };

  /// Starts `path` with `input` as its standard input, and `environment` ("NAME=value") besides the
  /// environment of this process. It gets no other descriptor of this process than its standard
  /// output. Throws Error(limit) where no process or descriptor is to be had.
  ChildProgram(const std::string& path, const std::vector<std::string>& arguments,
               std::string_view input, const std::vector<std::string>& environment = {});
  ~ChildProgram();
  ChildProgram(const ChildProgram&) = delete;
  ChildProgram& operator=(const ChildProgram&) = delete;

  /// What it has written, waiting for it if need be; empty at the end of its output, none when
  /// `deadline` has passed. Valid until the next call. Throws as `interruption`.
  std::optional<std::string_view> read(const Interruption& interruption,
                                       Clock::time_point deadline);

  /// Waits for the end of a program whose output has ended; kills it at `deadline`.
  End wait(Clock::time_point deadline);

 private:
  pid_t process_ = -1;  ///< -1: it has been waited for
  storage::Descriptor output_;
  std::array<char, 1 << 16> buffer_;
};

}  // namespace dossier::extract
