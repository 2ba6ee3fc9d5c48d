// SPDX-License-Identifier: Apache-2.0
// What `dossier query` and `dossier update` have in common: a text, its parameters, its limits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/dossier.h"
#include "repl/input/access_arguments.h"
#include "repl/input/command_line.h"
#include "repl/process/console.h"

namespace dossier::repl {

/// The text of a request and where it came from, for messages.
struct RequestText {
  std::string text;
  std::string file;  ///< empty for a text of the command line
};

class RequestArguments {
 public:
  /// -e, -f, -p, --default-graph, --base, --safe, --allow, --allow-files, --proxy.
  void declare(Arguments& arguments);
  /// --timeout, --memory.
  void declare_limits(Arguments& arguments);
  /// --threads.
  void declare_threads(Arguments& arguments);
  /// --limit.
  void declare_row_limit(Arguments& arguments);

  /// Checks the values before anything is opened. Throws Error(usage).
  void check() const;
  bool has_text() const { return text_.has_value() || file_.has_value(); }
  /// The text of -e or -f; Error(usage) if neither or both are given.
  RequestText text(Console& console) const;
  /// The values of -p. Throws Error(usage) as read_assignments().
  ParameterValues values(std::string_view text) const;
  QueryOptions options(Console& console) const;
  /// What the store's caches may take: less than usual beside a small --memory.
  std::size_t cache_bytes() const;
  std::string base() const { return base_.value_or(""); }

 private:
  std::optional<std::string> text_;
  std::optional<std::string> file_;
  std::vector<std::string> parameters_;
  std::optional<std::string> default_graph_;
  std::optional<std::string> base_;
  std::optional<std::string> timeout_;
  std::optional<std::string> memory_;
  std::optional<std::string> threads_;
  std::optional<std::string> limit_;
  AccessArguments access_;
};

}  // namespace dossier::repl
