// SPDX-License-Identifier: Apache-2.0
// Lines of a descriptor, read by a thread that can be asked to stop.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace dossier::repl {

class FdLines {
 public:
  /// Does not own `fd`. `stopped` is asked several times a second. What is longer than `longest`
  /// bytes is cut to one byte more.
  FdLines(int fd, std::size_t longest, std::function<bool()> stopped)
      : fd_(fd), longest_(longest), stopped_(std::move(stopped)) {}

  /// The next line without its end; the last one may lack it. None at the end and when stopped.
  /// Throws Error(input) when the descriptor cannot be read.
  std::optional<std::string> next();

 private:
  bool fill();
  void take(std::string& line, std::size_t size);

  int fd_;
  std::size_t longest_;
  std::function<bool()> stopped_;
  std::string buffer_;
  bool ended_ = false;
};

}  // namespace dossier::repl
