// SPDX-License-Identifier: Apache-2.0
// Standing queries: .watch .unwatch .news

#include "dossier/error.h"
#include "dossier/news_views.h"
#include "repl/input/assignments.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/list.h"
#include "repl/tasks/news_cards.h"

namespace dossier::repl {

void shell_watch(Session& session, const ShellArguments& arguments) {
  arguments.require(!arguments.words.empty(), ".watch NAME name=value...");
  const SavedQuery query = session.kb().saved_query(arguments.words.front());
  const std::vector<std::string> assignments(arguments.words.begin() + 1, arguments.words.end());
  watch_query(session.kb(), query.name, read_assignments(assignments, query.text),
              session.options(query.text));
  session.console().err << "watching " << query.name << "; .news shows what it newly answers\n";
}

void shell_unwatch(Session& session, const ShellArguments& arguments) {
  arguments.require(arguments.words.size() == 1, ".unwatch NAME");
  const std::string name = session.kb().saved_query(arguments.words.front()).name;
  if (!unwatch_query(session.kb(), name))
    throw Error(ErrorCode::usage, name + " is not watched; .watch " + name + " begins");
  session.console().err << "no longer watching " << name << '\n';
}

void shell_news(Session& session, const ShellArguments& arguments) {
  constexpr std::string_view kUsage = ".news [NAME] [--since DATE]";
  NewsRequest request;
  for (std::size_t i = 0; i < arguments.words.size(); ++i) {
    const std::string& word = arguments.words[i];
    if (word == "--since" && i + 1 < arguments.words.size()) {
      request.since = news_since(arguments.words[++i]);
      continue;
    }
    arguments.require(!request.query && !word.starts_with('-'), kUsage);
    request.query = word;
  }
  const std::vector<NewsItem> items =
      news_items(session.kb(), request, {.cancellation = session.console().cancellation});
  if (!session.shows() || session.settings().mode.name != "table") {
    show_list(session, news_list(items), "new row", "new rows");
    return;
  }
  session.paged([&] {
    write_news(session.out(), items,
               {session.settings().color, session.layout().width, session.prefixes()});
  });
}

}  // namespace dossier::repl
