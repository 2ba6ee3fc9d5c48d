// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/screen_line.h"

#include <poll.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "repl/shell/columns.h"

namespace dossier::repl {
namespace {

void put(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout);
}

}  // namespace

ScreenLine::ScreenLine(EditLine* editor, Highlighter highlighter)
    : editor_(editor), highlighter_(std::move(highlighter)) {}

TypedLine ScreenLine::typed_line(const std::string& prompt) const {
  constexpr std::size_t kUsualRows = 24;
  const LineInfo* info = el_line(editor_);
  return {prompt,
          {info->buffer, static_cast<std::size_t>(info->lastchar - info->buffer)},
          static_cast<std::size_t>(info->cursor - info->buffer),
          columns(),
          terminal_rows(STDOUT_FILENO).value_or(kUsualRows)};
}

void ScreenLine::paint(const std::string& prompt) const {
  if (columns_ == 0) return;
  pollfd more{STDIN_FILENO, POLLIN, 0};
  if (::poll(&more, 1, 0) > 0) return;  // pasted text would be drawn again for each letter
  put(drawn_over(typed_line(prompt), highlighter_));
}

bool ScreenLine::follow_resize() {
  const std::size_t now = terminal_columns(STDOUT_FILENO).value_or(kUsual);
  const bool changed = columns_ != 0 && now != columns_;
  old_columns_ = std::exchange(columns_, now);
  if (changed) el_resize(editor_);
  return changed;
}

void ScreenLine::draw_again(const std::string& prompt) const {
  put(taken_off(typed_line(prompt), old_columns_));
  el_set(editor_, EL_REFRESH);
  paint(prompt);
}

}  // namespace dossier::repl
