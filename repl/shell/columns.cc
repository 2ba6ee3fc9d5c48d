// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/columns.h"

#include <fmt/format.h>
#include <sys/ioctl.h>

#include <algorithm>

#include "repl/format/display_width.h"

namespace dossier::repl {

std::optional<std::size_t> terminal_columns(int fd) {
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

std::optional<std::size_t> terminal_rows(int fd) {
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return std::nullopt;
  return size.ws_row;
}

std::string in_columns(const std::vector<std::string>& words, std::size_t width) {
  constexpr std::size_t kShown = 120;
  constexpr std::size_t kGap = 2;
  const std::size_t shown = std::min(words.size(), kShown);
  std::size_t widest = 1;
  for (std::size_t i = 0; i < shown; ++i) widest = std::max(widest, display_width(words[i]));
  const std::size_t columns = std::max<std::size_t>(1, (width + kGap) / (widest + kGap));
  const std::size_t lines = (shown + columns - 1) / columns;
  std::string text;
  for (std::size_t line = 0; line < lines; ++line) {
    for (std::size_t i = line; i < shown; i += lines) {
      text += words[i];
      if (i + lines < shown) text.append(widest + kGap - display_width(words[i]), ' ');
    }
    text += '\n';
  }
  if (shown < words.size()) text += fmt::format("... and {} more\n", words.size() - shown);
  return text;
}

}  // namespace dossier::repl
