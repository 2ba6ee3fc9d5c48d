// SPDX-License-Identifier: Apache-2.0
// What is drawn beside libedit's back on the line being typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "repl/shell/line_editor.h"

namespace dossier::repl {

/// The line as it stands on the screen.
struct TypedLine {
  std::string_view prompt;
  std::string_view text;
  std::size_t cursor = 0;      ///< a byte of the text
  std::size_t columns = 0;     ///< of the window; not 0
  std::size_t most_rows = 24;  ///< of the window
};

/// Draws the same letters over the line and takes the cursor back, so that what libedit knows of
/// the screen stays true: in colours, and in one piece, so that the terminal knows its rows for one
/// line and can break it again when its width changes. An empty `highlighter` has no colours. Empty
/// where there is nothing to draw, for a line that does not fit the window, and for a search.
std::string drawn_over(const TypedLine& line, const Highlighter& highlighter);

/// After the window changed its width from `old_columns`: takes the line off the screen, with the
/// cursor where it began. The terminal has broken the line again, of which libedit knows nothing:
/// it would draw on from a row on which the cursor no longer is.
std::string taken_off(const TypedLine& line, std::size_t old_columns);

}  // namespace dossier::repl
