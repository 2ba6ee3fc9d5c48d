// SPDX-License-Identifier: Apache-2.0
// What the tabulator key offers behind a dot, and in a question.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "repl/shell/dot_command.h"
#include "repl/shell/line_editor.h"
#include "repl/shell/store_names.h"

namespace dossier::repl {

/// Completes the last words of a question, which begins at `start`, to names.
Completion name_in_question(StoreNames& names, std::string_view before, std::size_t start = 0);

/// Dot commands and what the table says of their arguments. For one line; what is given must
/// outlive it.
class CommandCompleter {
 public:
  /// `query` completes the whole line as a query.
  CommandCompleter(Session& session, StoreNames& names, std::function<Completion()> query)
      : session_(session), names_(names), query_(std::move(query)) {}

  Completion operator()(std::string_view before);

 private:
  /// Where the arguments that `kind` is for begin, and where the last word does.
  struct Place {
    std::size_t first, last;
  };

  Completion arguments(const ShellCommand& command, std::string_view before, std::size_t first);
  Completion argument(ShellWord kind, std::string_view before, Place place);
  Completion first_argument(ShellWord kind, std::string_view before, std::size_t start);
  Completion with_options(const ShellCommand& command, std::string_view before, Place place);
  Completion entity(std::string_view before, Place place);
  Completion saved_call(std::string_view before, Place place);
  Completion parameter(std::string_view before, Place place);

  Session& session_;
  StoreNames& names_;
  std::function<Completion()> query_;
};

}  // namespace dossier::repl
