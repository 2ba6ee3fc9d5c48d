// SPDX-License-Identifier: Apache-2.0
#include "repl/input/query_arguments.h"

#include <algorithm>

#include "repl/input/assignments.h"
#include "repl/input/option_values.h"
#include "repl/input/statement_buffer.h"
#include "repl/process/text_file.h"

namespace dossier::repl {

void RequestArguments::declare(Arguments& arguments) {
  arguments.option("-e", text_, "TEXT", "the text itself");
  arguments.option("-f", file_, "FILE", "a file with the text, - for standard input");
  arguments.option_list("-p", parameters_, "NAME=TERM",
                        "the value of $NAME: e:Lisbon, <http://...>, '\"text\"@en', 42, or the\n"
                        "name of a thing; once for each parameter and value of a list");
  arguments.option("--default-graph", default_graph_, "union|strict",
                   "what a query without FROM reads: all graphs (union, the\n"
                   "default) or only the default graph");
  arguments.option("--base", base_, "IRI", "base of relative IRIs");
  access_.declare(arguments);
}

void RequestArguments::declare_limits(Arguments& arguments) {
  arguments.option("--timeout", timeout_, "TIME",
                   "stop after this time, as in 10s, 500ms, 2m (status 124)");
  arguments.option("--memory", memory_, "SIZE",
                   "memory for intermediate results, as in 512M (default: 1G); the\n"
                   "store's caches take at most an eighth of it, or 8M, beside");
}

void RequestArguments::declare_threads(Arguments& arguments) {
  arguments.option("--threads", threads_, "N",
                   "work on what reads many rows with N threads (default: one per\n"
                   "core)");
}

void RequestArguments::declare_row_limit(Arguments& arguments) {
  arguments.option("--limit", limit_, "N", "stop after N rows");
}

void RequestArguments::check() const {
  if (text_ && file_) {
    throw Error(ErrorCode::usage, "give one text: -e TEXT or -f FILE");
  }
  if (timeout_) parse_duration("--timeout", *timeout_);
  if (memory_) parse_size("--memory", *memory_);
  if (threads_) parse_count("--threads", *threads_);
  if (limit_) parse_count("--limit", *limit_);
  if (default_graph_) parse_default_graph(*default_graph_);
  access_.check();
}

RequestText RequestArguments::text(Console& console) const {
  if (text_) return {without_final_semicolon(*text_), ""};
  if (file_) return {without_final_semicolon(read_text(*file_, console)), *file_};
  throw Error(ErrorCode::usage, "the text is missing: give -e TEXT or -f FILE");
}

ParameterValues RequestArguments::values(std::string_view text) const {
  return read_assignments(parameters_, text);
}

std::size_t RequestArguments::cache_bytes() const {
  constexpr std::size_t kSmallest = std::size_t{8} << 20;
  const std::size_t usual = OpenOptions().memory_bytes;
  if (!memory_) return usual;
  return std::clamp(parse_size("--memory", *memory_) / 8, kSmallest, usual);
}

QueryOptions RequestArguments::options(Console& console) const {
  QueryOptions options;
  if (timeout_) options.timeout = parse_duration("--timeout", *timeout_);
  if (memory_) options.memory_bytes = parse_size("--memory", *memory_);
  if (threads_) options.threads = static_cast<std::size_t>(parse_count("--threads", *threads_));
  if (limit_) options.row_limit = parse_count("--limit", *limit_);
  if (default_graph_) options.default_graph = parse_default_graph(*default_graph_);
  options.base = base();
  options.cancellation = console.cancellation;
  options.outside = access_.access();
  return options;
}

}  // namespace dossier::repl
