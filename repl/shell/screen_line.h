// SPDX-License-Identifier: Apache-2.0
// The line being typed, as it stands on the screen: what libedit does not do for it.
#pragma once

#include <histedit.h>

#include <cstddef>
#include <string>

#include "repl/shell/line_drawing.h"
#include "repl/shell/line_editor.h"

namespace dossier::repl {

class ScreenLine {
 public:
  /// The editor must outlive it. An empty `highlighter` colours nothing.
  ScreenLine(EditLine* editor, Highlighter highlighter);

  /// Of the window; what is usual before it was asked.
  std::size_t columns() const { return columns_ == 0 ? kUsual : columns_; }

  /// libedit has just drawn the line and waits for a key: draws it over, unless more keys wait.
  void paint(const std::string& prompt) const;
  /// Whether the window has another width than when it was last asked.
  bool follow_resize();
  /// After follow_resize() said so, while a line is typed.
  void draw_again(const std::string& prompt) const;

 private:
  TypedLine typed_line(const std::string& prompt) const;

  static constexpr std::size_t kUsual = 80;
  EditLine* editor_;
  Highlighter highlighter_;
  std::size_t columns_ = 0;
  std::size_t old_columns_ = 0;
};

}  // namespace dossier::repl
