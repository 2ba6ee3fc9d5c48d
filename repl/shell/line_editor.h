// SPDX-License-Identifier: Apache-2.0
// Lines typed at a terminal, edited by libedit.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "repl/shell/line_source.h"

namespace dossier::repl {

/// Candidates that can replace the text before the cursor, from byte `start`.
struct Completion {
  std::size_t start = 0;
  std::vector<std::string> candidates;
  /// What follows a single candidate: a space, or nothing after a folder.
  std::string after = " ";
};

/// Completes the line up to the cursor.
using Completer = std::function<Completion(std::string_view before)>;

/// A line with its colours, which takes as many columns as without them.
using Highlighter = std::function<std::string(std::string_view line)>;

/// An editor on the process's terminal. `history_file` is read now and kept up to date; empty: none
/// is kept. An interrupt raises `cancellation`, which ends the line being typed. An empty
/// `highlighter` colours nothing. One at a time in a process.
std::unique_ptr<LineSource> make_line_editor(const std::string& history_file,
                                             CancellationToken cancellation, Completer completer,
                                             Highlighter highlighter);

/// $XDG_STATE_HOME/dossier/history (default: ~/.local/state/dossier/history); creates its folder.
/// Empty if there is no home folder.
std::string history_path();

}  // namespace dossier::repl
