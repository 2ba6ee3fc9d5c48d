// SPDX-License-Identifier: Apache-2.0
// The streams of a command. They are passed in, so that tests can use strings.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string_view>

#include "dossier/dossier.h"
#include "repl/process/exit_status.h"

namespace dossier::repl {

struct Console {
  std::istream& in;
  std::ostream& out;  ///< results only
  std::ostream& err;  ///< everything else
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// Columns of a line of `out`; unset if there is no limit. May change while running.
  std::function<std::optional<std::size_t>()> width = [] { return std::optional<std::size_t>{}; };
  /// Raised by Ctrl-C.
  CancellationToken cancellation;
};

/// Runs `work` and turns an exception into a message on `console.err` and its exit status. An
/// Error(cancelled) without a message was reported by whoever threw it. Only
/// BrokenPipe is not caught: nothing can be written any more.
ExitStatus report_failure(Console& console, const std::function<ExitStatus()>& work);

}  // namespace dossier::repl
