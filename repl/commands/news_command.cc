// SPDX-License-Identifier: Apache-2.0
// dossier news: what standing queries have answered for the first time.

#include "dossier/error.h"
#include "dossier/news_views.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/colors.h"
#include "repl/tasks/news_cards.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class NewsCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.optional("NAME", name_, "one standing query (default: all)");
    arguments.option("--since", since_, "DATE",
                     "what became new from this day on, as 2020-11-13 (UTC)");
    arguments.option("--after", after_, "N", "rows of the query with a number above N");
    arguments.option("--format", format_, "FORMAT",
                     "json for programs; rows: table csv tsv jsonlines markdown line");
    arguments.flag("--read-only", read_only_, "never compares what a killed process left behind");
    arguments.footer(
        "A query stands when it was saved with --watch. Each row has a number within its query,\n"
        "which is never given twice: a program that passes news on asks for those after the last\n"
        "one it has passed on.\n"
        "Example: dossier save kb visitors -f visitors.rq --watch\n"
        "Example: dossier news kb visitors --after 12 --format json");
  }

  ExitStatus run(Console& console) override {
    NewsRequest request;
    if (!name_.empty()) request.query = name_;
    if (since_) request.since = news_since(*since_);
    if (after_) request.after = parse_count("--after", *after_);
    std::optional<OutputFormat> rows;
    if (format_ && *format_ != "json") rows = parse_output_format(*format_);
    const KnowledgeBase kb = open(console);
    const std::vector<NewsItem> items =
        news_items(kb, request, {.cancellation = console.cancellation});
    if (rows) {
      write_list(news_list(items), *rows, console);
    } else if (format_) {
      console.out << to_json(kb, items) << '\n';
    } else {
      write_news(console.out, items,
                 {out_in_color(console), console.width(), predeclared_prefixes()});
    }
    return ExitStatus::done;
  }

 private:
  /// A writer that was killed, or is still at work, has left queries behind its commits.
  KnowledgeBase open(Console& console) const {
    KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    bool behind = false;
    for (const StandingQuery& query : standing_queries(kb)) behind = behind || query.behind;
    if (!behind) return kb;
    if (!read_only_) {
      try {
        KnowledgeBase writable = open_database(path_, OpenMode::existing);
        compare_standing_queries(writable);
        return writable;
      } catch (const CannotOpen& reason) {
        console.err << "note: the last changes are not compared yet: " << reason.what() << '\n';
      }
    }
    return kb;
  }

  std::string path_;
  std::string name_;
  std::optional<std::string> since_, after_, format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_news_command() { return std::make_unique<NewsCommand>(); }

}  // namespace dossier::repl
