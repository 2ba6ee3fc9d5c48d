// SPDX-License-Identifier: Apache-2.0
// What dossier entity and dossier fact do with a request: it looks, or it
// changes what people have decided. A request has only_looks(), look() and change().
#pragma once

#include <string>

#include "dossier/prefixes.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/row_list.h"
#include "repl/tasks/said_news.h"

namespace dossier::repl {

/// Applies the request to the knowledge base at `path`, which is opened to write only if it
/// changes something.
template <typename Request>
ExitStatus apply_request(const Request& request, const std::string& path, const ListFormat& list,
                         Console& console) {
  const Prefixes prefixes = predeclared_prefixes();
  if (only_looks(request)) {
    const OutputFormat format = list.format(console);
    const KnowledgeBase kb = open_database(path, OpenMode::read_only);
    write_list(look(kb, request, prefixes), format, console);
    return ExitStatus::done;
  }
  KnowledgeBase kb = open_database(path, OpenMode::existing);
  console.err << change(kb, request, prefixes) << '\n';
  say_news(kb, console);
  return ExitStatus::done;
}

}  // namespace dossier::repl
