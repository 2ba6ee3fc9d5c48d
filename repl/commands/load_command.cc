// SPDX-License-Identifier: Apache-2.0
// dossier load: load RDF files, all of them or none; or a table, as the triples of a CONSTRUCT.

#include <utility>

#include "engine/saved/name_resolution.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/text_file.h"
#include "repl/tasks/load_files.h"
#include "repl/tasks/load_table_file.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/said_news.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

class LoadCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base; created if it does not exist");
    arguments.required_list("FILE", files_,
                            "RDF documents or a table, also .gz and .zst, - for input");
    arguments.option("--format", format_, "F",
                     "nt nq ttl trig rdfxml (default: by the file's ending)");
    arguments.option("--base", base_, "IRI", "base of relative IRIs (default: each file's IRI)");
    arguments.option("--graph", graph_, "IRI",
                     "the graph for triples without a graph (default: the default graph)");
    arguments.option("--memory", memory_, "SIZE", "memory to use, as in 512M (default: 2G)");
    arguments.option("--skip-bad-lines", bad_lines_, "FILE",
                     "write malformed lines of nt and nq to FILE and continue");
    arguments.option_list("--index", index_, "IRI",
                          "index the texts of this property, too, as schema:text (repeatable)");
    arguments.option(
        "--construct", construct_, "MAP.rq",
        "FILE is a table (.csv, .tsv); each row's columns are variables of this CONSTRUCT");
    arguments.flag("--no-header", no_header_,
                   "with --construct: the first row is data; the columns are ?a, ?b, ...");
    arguments.flag("--quiet", quiet_, "no progress and no summary");
    arguments.footer(
        "The header \"Name of ship\" is the variable ?Name_of_ship, ?ROWNUM the row's number,\n"
        "an empty cell an unbound variable. The rows are the evidence of what they say.\n"
        "Example: dossier load kb vessels.csv --construct vessels.rq");
  }

  ExitStatus run(Console& console) override {
    if (construct_) return load_tables(console);
    if (no_header_) throw Error(ErrorCode::usage, "--no-header goes with --construct");
    LoadRequest request;
    request.files = files_;
    request.base = base_;
    if (format_) request.format = parse_rdf_format(*format_);
    const std::vector<std::string> texts = texts_to_index();
    if (graph_) request.graph = iri_argument("--graph", *graph_, predeclared_prefixes());
    const std::vector<LoadInput> inputs = load_inputs(request);
    LoadOptions options;
    if (memory_) options.memory_bytes = parse_size("--memory", *memory_);
    if (bad_lines_) options.bad_lines_path = *bad_lines_;
    KnowledgeBase kb = open_database(path_, OpenMode::create);
    load_files(kb, inputs, std::move(options), quiet_, console);
    if (!texts.empty()) index_texts(kb, texts, quiet_, console);
    if (!quiet_) say_news(kb, console);
    return ExitStatus::done;
  }

 private:
  /// Each table is one transaction.
  ExitStatus load_tables(Console& console) const {
    for (const auto* other : {&format_, &graph_, &memory_, &bad_lines_}) {
      if (*other)
        throw Error(ErrorCode::usage,
                    "--construct goes with --base, --no-header, --index and --quiet only");
    }
    TableOptions options;
    options.construct = read_text(*construct_, console);
    options.header = !no_header_;
    options.query.base = base_.value_or("");
    options.query.cancellation = console.cancellation;
    const std::vector<std::string> texts = texts_to_index();
    for (const std::string& file : files_) require_readable(file);
    KnowledgeBase kb = open_database(path_, OpenMode::create);
    for (const std::string& file : files_)
      load_table_file(kb, file, *construct_, options, quiet_, console);
    if (!texts.empty()) index_texts(kb, texts, quiet_, console);
    if (!quiet_) say_news(kb, console);
    return ExitStatus::done;
  }

  std::vector<std::string> texts_to_index() const {
    std::vector<std::string> texts;
    for (const std::string& text : index_)
      texts.push_back(iri_argument("--index", text, predeclared_prefixes()).value());
    return texts;
  }

  std::string path_;
  std::vector<std::string> files_;
  std::optional<std::string> format_;
  std::optional<std::string> base_;
  std::optional<std::string> graph_;
  std::optional<std::string> memory_;
  std::optional<std::string> bad_lines_;
  std::vector<std::string> index_;
  std::optional<std::string> construct_;
  bool no_header_ = false;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_load_command() { return std::make_unique<LoadCommand>(); }

}  // namespace dossier::repl
