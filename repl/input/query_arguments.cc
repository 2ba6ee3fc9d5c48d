// SPDX-License-Identifier: Apache-2.0
#include "repl/input/query_arguments.h"

#include "repl/input/option_values.h"
#include "repl/input/parameters.h"
#include "repl/process/text_file.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {

void RequestArguments::declare(Arguments& arguments) {
  arguments.option("-e", text_, "TEXT", "the text itself");
  arguments.option("-f", file_, "FILE", "a file with the text, - for standard input");
  arguments.option_list("-p", parameters_, "NAME=TERM",
                        "bind $NAME to e:Moscow, <http://...>, '\"text\"@en', 42, or what has\n"
                        "exactly that name; once for each parameter");
  arguments.option("--default-graph", default_graph_, "union|strict",
                   "a query without FROM sees every graph (union, as ever), or the\n"
                   "default graph alone");
  arguments.option("--base", base_, "IRI", "base of relative IRIs");
  arguments.flag("--safe", safe_, "forbid SERVICE, LOAD and every file the text names");
  arguments.option_list("--allow", allowed_, "START",
                        "SERVICE and LOAD reach only web addresses that start so; without it,\n"
                        "any; once for each start");
}

void RequestArguments::declare_limits(Arguments& arguments) {
  arguments.option("--timeout", timeout_, "TIME", "give up after 10s, 500ms, 2m; status 124");
  arguments.option("--memory", memory_, "SIZE", "for rows an operator must keep, as in 512M");
  arguments.option("--limit", limit_, "N", "end after N rows");
}

void RequestArguments::check() const {
  if (text_ && file_) {
    throw Error(ErrorCode::usage, "give the text once: -e TEXT or -f FILE");
  }
  if (timeout_) parse_duration("--timeout", *timeout_);
  if (memory_) parse_size("--memory", *memory_);
  if (limit_) parse_count("--limit", *limit_);
  if (default_graph_) parse_default_graph(*default_graph_);
}

RequestText RequestArguments::text(Console& console) const {
  if (text_) return {*text_, ""};
  if (file_) return {read_text(*file_, console), *file_};
  throw Error(ErrorCode::usage, "what to run is missing: -e TEXT or -f FILE");
}

QueryOptions RequestArguments::options(const KnowledgeBase& kb, const std::string& text,
                                       Console& console) const {
  QueryOptions options;
  options.parameters =
      parameter_values(kb, parameters_, declared_parameters(text), predeclared_prefixes());
  if (timeout_) options.timeout = parse_duration("--timeout", *timeout_);
  if (memory_) options.memory_bytes = parse_size("--memory", *memory_);
  if (limit_) options.row_limit = parse_count("--limit", *limit_);
  if (default_graph_) options.default_graph = parse_default_graph(*default_graph_);
  options.base = base();
  options.cancellation = console.cancellation;
  options.outside = safe_ ? OutsideAccess::nothing() : OutsideAccess::everything();
  if (!safe_ && !allowed_.empty()) options.outside.web = allowed_;
  return options;
}

}  // namespace dossier::repl
